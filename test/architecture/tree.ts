import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Import, importsOf } from './imports.ts'

/** A file of the house: code or SQL. */
export interface HouseFile {
  /** From the root of the tree, with "/" */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

const code = /\.(ts|mts|js|mjs|astro)$/
const skipped = new Set(['node_modules', 'public', 'inbox', 'landed', 'releases', 'history', 'quarantine'])

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(root, path)
    return entry.isFile() ? [path] : []
  })
}

/**
 * The code and SQL below a root. The wrong trees end their files in `.txt`, so that no other tool takes them for
 * code; here they go without it.
 */
export function readTree(root: string): HouseFile[] {
  const folders = readdirSync(root).filter((name) => ['etl', 'data', 'site'].includes(name))
  return folders
    .flatMap((folder) => walk(root, folder))
    .map((file) => ({ file, path: file.replace(/\.txt$/, '') }))
    .filter(({ path }) => code.test(path) || path.endsWith('.sql'))
    .map(({ file, path }) => {
      const text = readFileSync(join(root, file), 'utf8')
      return { path, text, imports: code.test(path) ? importsOf(path, text) : [] }
    })
}
