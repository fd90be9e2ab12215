import { basename } from 'node:path'
import type { Source } from '../config/settings.ts'
import { resolveSource } from '../config/source.ts'
import { type RawSource, sourceSchema } from '../config/source-schema.ts'
import type { Format } from '../formats/format.ts'
import { openRows } from '../ingest/read/index.ts'

export type Row = readonly string[]

/** How a file is read, whatever its columns mean. */
export type Manner = Pick<RawSource, 'header_row' | 'delimiter' | 'encoding' | 'sheet'>

function sourceOf(manner: Manner, format: Format): Source {
  const { entity, grain } = format
  const stated = Object.fromEntries(Object.entries(manner).filter(([, value]) => value !== undefined))
  const addresses = entity === 'message' ? { addresses: ['nobody@example.invalid'] } : {}
  const kind = format.name === 'table' ? { entity, grain } : {}
  const raw = sourceSchema.parse({
    name: 'inspected',
    files: '*',
    format: format.name,
    ...kind,
    ...addresses,
    ...stated,
  })
  return resolveSource(raw, format, { timezone: 'UTC', ticketPattern: '$^' })
}

/**
 * The rows of a file in batches, from its header row on. This is the one place where inspection reads files.
 * Throws `Refusal` where the file cannot be read so.
 */
export async function* rowsOf(path: string, manner: Manner, format: Format): AsyncGenerator<readonly Row[]> {
  yield* openRows({ name: basename(path), path }, sourceOf(manner, format)).batches
}

/** The first rows of a file, its header row first. */
export async function firstRows(path: string, manner: Manner, format: Format, most: number): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of rowsOf(path, manner, format)) {
    rows.push(...batch.slice(0, most - rows.length))
    if (rows.length >= most) break
  }
  return rows
}

/** The records of a file: its rows but the header. */
export async function* recordsOf(
  path: string,
  manner: Manner,
  format: Format,
): AsyncGenerator<readonly Row[]> {
  let isHeader = true
  for await (const batch of rowsOf(path, manner, format)) {
    yield isHeader ? batch.slice(1) : batch
    isHeader = false
  }
}
