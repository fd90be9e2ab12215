import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'astro/config'
import { accentCss } from './site/accent.ts'

const audiences = ['staff', 'leadership']
const audience = process.env.AUDIENCE ?? 'leadership'
const release = resolve(process.env.RELEASE ?? 'data/sample/current')
process.env.AUDIENCE = audience
process.env.ASTRO_TELEMETRY_DISABLED ??= '1'
if (!audiences.includes(audience)) {
  throw new Error(`AUDIENCE is "${audience}": write one of ${audiences.join(', ')}`)
}

const requireSettings = () => {
  const missing = ['RELEASE', 'OUT'].filter((name) => !process.env[name])
  if (missing.length > 0) {
    throw new Error(
      `A build of a site needs ${missing.join(' and ')}: RELEASE is the folder of the release, OUT the folder to build into`,
    )
  }
}

/** Every page of the audience's own folder and of pages/shared, at the address of its file. */
const pagesOfAudience = {
  name: 'pages-of-audience',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command === 'build') requireSettings()
      process.env.RELEASE = release
      for (const folder of [audience, 'shared']) {
        const root = `site/pages/${folder}`
        for (const file of readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.astro'))) {
          const path = file
            .replaceAll('\\', '/')
            .replace(/(^|\/)index\.astro$/, '')
            .replace(/\.astro$/, '')
          injectRoute({ pattern: `/${path}`, entrypoint: `./${root}/${file}` })
        }
      }
    },
  },
}

/** `virtual:accent.css`: the institution's colour as custom properties, part of the one style sheet. */
const accentStyles = {
  name: 'accent-styles',
  resolveId: (id) => (id === 'virtual:accent.css' ? '\0accent.css' : null),
  load: (id) => {
    if (id !== '\0accent.css') return null
    const manifest = JSON.parse(readFileSync(resolve(release, 'manifest.json'), 'utf8'))
    return accentCss(manifest.institution?.accent ?? null)
  },
}

export default defineConfig({
  srcDir: `./site/pages/${audience}`,
  publicDir: './site/public',
  outDir: process.env.OUT ? resolve(process.env.OUT) : `./dist/${audience}`,
  cacheDir: `./node_modules/.astro/${audience}`,
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [pagesOfAudience],
  vite: { plugins: [accentStyles], build: { assetsInlineLimit: 0 } },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
})
