/** Files of tables that stand beside the pages of a build, so that no page carries its numbers twice. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Pages are rendered from a bundle of their own: what they share with the build stands on the global object. */
const shared = globalThis as typeof globalThis & { tableFiles?: Map<string, string> }

/** Keeps a file to be written with the pages; its path from the root of the site, null where no build would write it. */
export const keep = (name: string, text: string): string | null => {
  if (shared.tableFiles === undefined) return null
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10)
  const path = `/numbers/${digest}/${name}`
  shared.tableFiles.set(path, text)
  return path
}

/** The integration that writes them. */
export const tableFiles = (): AstroIntegration => ({
  name: 'files-of-tables',
  hooks: {
    'astro:build:start': () => {
      shared.tableFiles = new Map()
    },
    'astro:build:done': async ({ dir }) => {
      for (const [path, text] of shared.tableFiles ?? []) {
        const file = join(fileURLToPath(dir), path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, text)
      }
    },
  },
})
