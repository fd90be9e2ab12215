import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Format, Hint } from './format.ts'

const notFormats = new Set(['index.ts', 'format.ts', 'canonical.ts'])

/** What a file exports under `word`, which must bear the name of the file. */
async function importNamed<T extends { readonly name: string }>(file: string, word: string): Promise<T> {
  const module: Readonly<Record<string, T | undefined>> = await import(pathToFileURL(file).href)
  const found = module[word]
  if (found?.name !== basename(file, '.ts')) {
    throw new Error(`${file} must export a const "${word}" whose name is that of the file`)
  }
  return found
}

async function load<T extends { readonly name: string }>(
  folder: string,
  word: string,
): Promise<ReadonlyMap<string, T>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !notFormats.has(file))
  const found = await Promise.all(files.sort().map((file) => importNamed<T>(join(folder, file), word)))
  return new Map(found.map((each) => [each.name, each]))
}

/** Every export format of this folder by its name: one file each, found by looking. */
export const loadFormats = (): Promise<ReadonlyMap<string, Format>> => load(import.meta.dirname, 'format')

/** Every tool that is known by its headers alone, by its name: the files of `hints/`. */
export const loadHints = (): Promise<ReadonlyMap<string, Hint>> =>
  load(join(import.meta.dirname, 'hints'), 'hint')
