/**
 * Which pages a build has: every .astro file of the audience's folder and of pages/shared, at the address of its file, and
 * every file that such a .ts makes: `last-good.json.ts` → `/last-good.json`.
 */
import { readdirSync } from 'node:fs'
import type { AstroIntegration } from 'astro'

const isPage = (name: string): boolean => /\.astro$|\.\w+\.ts$/.test(name)

/** `acknowledged.astro` → `/acknowledged`, `index.astro` → `/`, `recurring/[id].astro` → `/recurring/[id]` */
export const patternOf = (file: string): string =>
  `/${file
    .replaceAll('\\', '/')
    .replace(/(^|\/)index\.astro$/, '')
    .replace(/\.(astro|ts)$/, '')}`

const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true }).map(String).filter(isPage)

/** The integration that routes them. */
export const pagesOf = (audience: string): AstroIntegration => ({
  name: 'pages-of-audience',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const folder of [`site/pages/${audience}`, 'site/pages/shared']) {
        for (const file of pagesIn(folder)) {
          injectRoute({ pattern: patternOf(file), entrypoint: `./${folder}/${file}` })
        }
      }
    },
  },
})
