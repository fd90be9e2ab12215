import { resolve } from 'node:path'
import { defineConfig } from 'astro/config'
import { accentOf } from './site/build/accent.ts'
import { cellsOf } from './site/build/cells.ts'
import { filesForHosts } from './site/build/hosts.ts'
import { endWithParent, outputTo, workshop } from './site/build/output.ts'
import { pagesOf } from './site/build/pages.ts'
import { pagePolicy } from './site/build/policy.ts'
import { tableFiles } from './site/tables/kept.ts'

const audiences = ['staff', 'leadership', 'operations']
const { AUDIENCE: audience = 'leadership', RELEASE, OUT, BASE } = process.env
if (!audiences.includes(audience)) {
  throw new Error(`AUDIENCE is "${audience}": write one of ${audiences.join(', ')}`)
}
const release = resolve(RELEASE ?? 'data/sample/current')
endWithParent()
const working = workshop()
Object.assign(process.env, { AUDIENCE: audience, RELEASE: release, ASTRO_TELEMETRY_DISABLED: '1' })

// a variable of this name in the environment would stand in for the base of every link
delete process.env.BASE_URL

export default defineConfig({
  srcDir: `./site/pages/${audience}`,
  publicDir: './site/public',
  outDir: `${working}/site`,
  cacheDir: `${working}/cache`,
  base: BASE ?? '/',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [
    cellsOf(audience, release),
    tableFiles(),
    filesForHosts(audience, BASE),
    outputTo(OUT, RELEASE),
    pagesOf(audience),
  ],
  vite: { cacheDir: `${working}/vite`, plugins: [accentOf(release)], build: { assetsInlineLimit: 0 } },
  security: {
    csp: {
      directives: [...pagePolicy],
    },
  },
})
