import { mostColumns } from '../../../data/shared/limits.ts'
import { refuseWhatIsNoText } from '../../../data/shared/magic.ts'
import { Refusal } from '../refusal.ts'
import { readBytes } from './bytes.ts'
import { countJsonRecords, listNames } from './json-records.ts'
import type { RowFile } from './row-file.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** The whole file is parsed at once: so much at most, and of so many records. */
const mostJsonBytes = 128 * 2 ** 20
const mostJsonRecords = 1_000_000
const rowsInBatch = 2_000

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function textOf(path: string, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of readBytes(path, mostBytes)) {
    if (bytes === 0) refuseWhatIsNoText(chunk)
    bytes += chunk.length
    if (bytes > mostBytes)
      throw new Refusal('too_large', `it is larger than ${mostBytes / 2 ** 20} MiB: export it in parts`)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Refusal('encoding', 'it is not utf-8, which JSON is written in: export it again')
  }
}

/** A whole number of more digits than JavaScript holds stays as it is written. */
const keepDigits = (_: string, value: unknown, context?: { source?: string }): unknown =>
  Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value

function parse(text: string): unknown {
  try {
    return JSON.parse(text, /\d{16}/.test(text) ? keepDigits : undefined)
  } catch (error) {
    const position = Number(/at position (\d+)/.exec(String(error))?.[1] ?? 0)
    const { begun } = countJsonRecords(text.slice(0, position))
    throw new Refusal(
      'unreadable',
      begun > 0
        ? `what stands in or after record ${begun} is not JSON: export it again`
        : 'it is not valid JSON: export it again, or name it after what it is (.csv, .xlsx)',
      begun > 0 ? begun : null,
    )
  }
}

/** What a REST API answers in place of records. Its own words may name who asked. */
function refuseError(parsed: JsonObject): void {
  if (!('error' in parsed)) return
  throw new Refusal(
    'unreadable',
    'it holds the error that the tool answered with, not records: open it to read what the tool says, and export it again',
  )
}

function listIn(parsed: unknown): readonly unknown[] {
  if (Array.isArray(parsed)) return parsed
  if (isObject(parsed)) {
    const found = listNames.map((name) => parsed[name]).find((value) => Array.isArray(value))
    if (Array.isArray(found)) return found
    refuseError(parsed)
  }
  throw new Refusal(
    'unreadable',
    'it has no list of records: what is read is a list of objects, alone or under "result" or "records"',
  )
}

function recordsIn(text: string): readonly JsonObject[] {
  if (text.trim() === '') throw new Refusal('empty', 'it is empty: export it again')
  const counted = countJsonRecords(text)
  if (!counted.isWhole && /^\s*[[{]/.test(text)) {
    const where = counted.begun > 0 ? `in or after record ${counted.begun}` : 'before its first record'
    throw new Refusal('unreadable', `it breaks off ${where}: export it again`, counted.begun || null)
  }
  if (counted.begun > mostJsonRecords) {
    throw new Refusal(
      'too_large',
      `it has more than ${mostJsonRecords.toLocaleString('en-GB')} records: export it in parts, or as CSV`,
    )
  }
  const list = listIn(parse(text))
  const odd = list.findIndex((item) => !isObject(item))
  if (odd >= 0)
    throw new Refusal(
      'unreadable',
      `record ${odd + 1} is no object with named values: export it again`,
      odd + 1,
    )
  if (list.length !== counted.begun || list.length !== counted.ended) {
    throw new Refusal(
      'unreadable',
      `${list.length} records were read and ${counted.begun} counted, so none can be trusted: export it again`,
    )
  }
  return list as readonly JsonObject[]
}

const plain = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

/** A reference is written as what it shows, what it holds and where it lies. */
function cellOf(value: unknown): string {
  if (!isObject(value)) return plain(value)
  const isReference =
    ('value' in value || 'display_value' in value) &&
    Object.keys(value).every((key) => ['display_value', 'value', 'link'].includes(key))
  return isReference ? plain(value.display_value) || plain(value.value) : plain(value)
}

function headerOf(records: readonly JsonObject[]): string[] {
  const header = new Set<string>()
  for (const record of records) for (const key of Object.keys(record)) header.add(key)
  if (header.size > mostColumns)
    throw new Refusal('too_large', `it has more than ${mostColumns} columns: this is not a table of records`)
  return [...header]
}

/**
 * The records of a REST API's answer as rows: `{"result": [{…}]}`, `{"records": [{…}]}` or a list alone. The header
 * holds every name in order of first appearance; of a name that an object repeats the last counts, as for any parser.
 * A list without a record has no names: `emptyHeader` is then its header, and without one the file is refused.
 */
export function readJson(
  path: string,
  emptyHeader: readonly string[] | null = null,
  mostBytes = mostJsonBytes,
): RowFile {
  async function* batches(): AsyncGenerator<string[][]> {
    const records = recordsIn(await textOf(path, mostBytes))
    if (records.length === 0 && emptyHeader === null)
      throw new Refusal('empty', 'it has no record: export it again')
    const header = records.length === 0 && emptyHeader ? [...emptyHeader] : headerOf(records)
    yield [header]
    for (let start = 0; start < records.length; start += rowsInBatch) {
      yield records
        .slice(start, start + rowsInBatch)
        .map((record) => header.map((name) => (Object.hasOwn(record, name) ? cellOf(record[name]) : '')))
    }
  }
  return { batches: batches(), encoding: () => 'utf-8' }
}
