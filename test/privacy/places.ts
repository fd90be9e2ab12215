/** Where a token might be met: the bytes of files, packed ones unpacked, and every text of Parquet files and of a warehouse. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isZip } from '../../data/shared/magic.ts'
import { Database } from '../../etl/db/database.ts'
import { unzip } from '../../etl/ingest/read/zip.ts'
import type { Kind, Tokens } from './tokens.ts'
import { viewsOf } from './views.ts'

const mostUnpacked = 2 ** 30

/** Paths of all files below a folder; links are not followed, but that the folder itself may be one. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(join(folder, '.'), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** The bytes of a file and of what is packed in it. */
function* bytesIn(path: string): Generator<Buffer> {
  const bytes = readFileSync(path)
  yield bytes
  if (isZip(bytes)) yield* unzip(bytes, () => true, mostUnpacked).values()
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return
  try {
    yield gunzipSync(bytes)
  } catch {
    yield gunzipSync(bytes, { finishFlush: 2 })
  }
}

const quotedPath = (path: string): string => `'${path.replaceAll("'", "''")}'`

async function rowsOf(database: Database, from: string): Promise<Buffer> {
  const [row] = await database.all<{ text: string | null }>(
    `select string_agg(columns_of::varchar, chr(10)) as text from (select columns_of from ${from} as columns_of)`,
  )
  return Buffer.from(row?.text ?? '')
}

/** Every cell of a Parquet file. */
async function parquetText(path: string): Promise<Buffer> {
  const database = await Database.open(':memory:', [join(path, '..')])
  try {
    return await rowsOf(database, `read_parquet(${quotedPath(path)})`)
  } finally {
    await database.close()
  }
}

/** Every cell of every table of a warehouse. */
async function warehouseText(path: string): Promise<Buffer> {
  const database = await Database.open(path, [join(path, '..')])
  try {
    const tables = await database.all<{ name: string }>(
      'select table_name as name from duckdb_tables() where not internal',
    )
    const texts: Buffer[] = []
    for (const { name } of tables) texts.push(await rowsOf(database, `"${name}"`))
    return Buffer.concat(texts)
  } finally {
    await database.close()
  }
}

/** What was found in a place, and how much was searched. */
export interface Found {
  readonly place: string
  readonly files: number
  readonly bytes: number
  /** Whole tokens of each kind that were found. */
  readonly kinds: Readonly<Partial<Record<Kind, number>>>
  /** Each that was found, whole or cut short. */
  readonly cores: ReadonlyMap<string, Kind>
}

/** A place, which kinds may be met there, and those that must be, or its search would prove nothing. */
export interface Place {
  readonly name: string
  readonly paths?: readonly string[]
  readonly texts?: readonly string[]
  readonly may: readonly Kind[]
  readonly must?: readonly Kind[]
}

/** Searches the texts and files of a place for every token. */
export async function search(
  { name, paths = [], texts = [] }: Pick<Place, 'name' | 'paths' | 'texts'>,
  tokens: Tokens,
): Promise<Found> {
  const cores = new Map<string, Kind>()
  let bytes = 0
  const see = (content: Buffer): void => {
    bytes += content.length
    for (const [core, kind] of tokens.foundIn(viewsOf(content))) cores.set(core, kind)
  }
  for (const text of texts) see(Buffer.from(text))
  for (const path of paths) {
    for (const content of bytesIn(path)) see(content)
    if (path.endsWith('.parquet')) see(await parquetText(path))
    if (path.endsWith('.duckdb')) see(await warehouseText(path))
  }
  const whole = [...cores].filter(([core]) => tokens.made.has(core)).map(([, kind]) => kind)
  const kinds = Object.groupBy(whole, (kind) => kind)
  return {
    place: name,
    files: paths.length,
    bytes,
    kinds: Object.fromEntries(Object.entries(kinds).map(([kind, found]) => [kind, found.length])),
    cores,
  }
}
