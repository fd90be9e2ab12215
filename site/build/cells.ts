/** The cells of a release: which filters there are, and the files beside the leadership site's pages. */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { type CellsIndex, cellsIndex } from '../../data/contract.ts'
import { readRelease } from '../release.ts'

const known = new Map<string, CellsIndex | null>()

const readIndex = (path: string): CellsIndex | null => {
  if (!existsSync(path)) return null
  const result = cellsIndex.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${path}: not as data/contract.ts says. ${result.error.issues[0]?.message}`)
}

/** The index of the cells of a release folder, read once a build; null where it has none. */
export const cellsIndexOf = (release: string): CellsIndex | null => {
  const path = join(release, 'cells', 'index.json')
  const index = known.get(path) ?? readIndex(path)
  known.set(path, index)
  return index
}

/** Where they stand in a site: a page of one night asks for the cells of that night and of no other. */
export const cellsPath = (run: string): string => `/cells/${encodeURIComponent(run)}/`

/** The integration that puts them there; they are the leaders' alone. */
export const cellsOf = (audience: string, release: string): AstroIntegration => ({
  name: 'cells-of-release',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const from = join(release, 'cells')
      if (audience !== 'leadership' || !existsSync(from)) return
      const to = join(fileURLToPath(dir), cellsPath(readRelease(release).manifest.run))
      mkdirSync(to, { recursive: true })
      cpSync(from, to, { recursive: true })
    },
  },
})
