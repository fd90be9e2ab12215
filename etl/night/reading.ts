import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { filesAt } from './files-at.ts'

const program = resolve(import.meta.dirname, '../..')
/** What makes releases and sites of exports. */
const code = ['etl', 'site', 'data/contract.ts', 'data/contract', 'data/shared', 'data/procedure'].concat([
  'astro.config.mjs',
  'package-lock.json',
])
/** What people write into an installation. */
const written = ['config.yaml', 'changes.yaml', 'corrections.csv', 'procedure']

async function sumOf(folder: string, names: readonly string[]): Promise<string> {
  const files = (await Promise.all(names.map((name) => filesAt(join(folder, name))))).flat()
  const sum = createHash('sha256')
  for (const file of files) {
    const bytes = await readFile(file)
    sum.update(`${relative(folder, file)}\0${bytes.length}\0`).update(bytes)
  }
  return sum.digest('hex')
}

/** What people wrote into an installation, as one sum. */
export const sumOfWritten = (installation: string): Promise<string> => sumOf(installation, written)

/** What reads exports, as one sum: the program, and what people wrote by the sums before and after it was read. */
export async function readingOf(before: string, after: string): Promise<string> {
  const parts = [await sumOf(program, code), process.version, before, after]
  return createHash('sha256').update(parts.join('\0')).digest('hex')
}
