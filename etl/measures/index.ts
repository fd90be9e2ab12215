import { readdir } from 'node:fs/promises'
import type { Measure } from './measure.ts'

export interface MeasureFolder {
  readonly measure: Measure
  readonly sql: URL
}

/** Every measure, by the folders that are there: adding one touches no list. */
export async function loadMeasures(): Promise<MeasureFolder[]> {
  const here = new URL('./', import.meta.url)
  const entries = await readdir(here, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    folders.sort().map(async (name) => {
      const folder = new URL(`${name}/`, here)
      const { measure } = (await import(new URL('measure.ts', folder).href)) as { measure: Measure }
      return { measure, sql: new URL('measure.sql', folder) }
    }),
  )
}
