import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Format } from './format.ts'

const notFormats = new Set(['index.ts', 'format.ts', 'canonical.ts'])

async function importFormat(file: string): Promise<Format> {
  const module: { format?: Format } = await import(pathToFileURL(file).href)
  if (module.format?.name !== basename(file, '.ts')) {
    throw new Error(`${file} must export a const "format" whose name is that of the file`)
  }
  return module.format
}

/** Every export format of this folder by its name: one file each, found by looking. */
export async function loadFormats(): Promise<ReadonlyMap<string, Format>> {
  const files = (await readdir(import.meta.dirname)).filter(
    (file) => file.endsWith('.ts') && !notFormats.has(file),
  )
  const formats = await Promise.all(files.sort().map((file) => importFormat(join(import.meta.dirname, file))))
  return new Map(formats.map((format) => [format.name, format]))
}
