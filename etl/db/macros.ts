import { readdir } from 'node:fs/promises'
import type { Database } from './database.ts'

/** Makes the macros of a folder (one idea a file), by default those that stand beside this file. */
export async function installMacros(
  database: Database,
  folder: URL = new URL('macros/', import.meta.url),
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  for (const name of names) await database.file(new URL(name, folder))
}
