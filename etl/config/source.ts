import type { ColumnReading } from '../../data/shared/reading.ts'
import { type CanonicalColumn, canonicalValues } from '../formats/canonical.ts'
import type { Format } from '../formats/format.ts'
import { orderedDates } from './dates.ts'
import type { Source } from './settings.ts'
import type { RawSource } from './source-schema.ts'

type Kind = Pick<Source, 'entity' | 'grain'>

/** What a source tells of, and by which rows: as it says itself, else as its format is. */
export function kindOf(raw: RawSource, format: Format): Kind {
  const entity = raw.entity ?? format.entity
  return { entity, grain: raw.grain ?? (entity === 'message' ? 'event' : format.grain) }
}

/** The columns without which no row of this kind can be read. */
export function requiredColumns({ entity, grain }: Kind): readonly CanonicalColumn[] {
  if (entity === 'message') return ['message_id', 'at']
  if (grain === 'event') return ['id', 'at']
  return ['id', entity === 'ticket' ? 'opened_at' : 'received_at']
}

/** Columns without which a file is refused: by its kind, by its format, and each that the configuration names. */
function neededOf(raw: RawSource, format: Format, kind: Kind): readonly string[] {
  const built = kind.entity === 'message' ? [] : format.required
  return [...new Set([...requiredColumns(kind), ...built, ...Object.keys(raw.columns)])]
}

/** How the tool writes the cells of a column, whatever header it has. */
function quirksOf(
  column: CanonicalColumn,
  { several, grouped, columnNulls }: Format,
): Partial<ColumnReading> {
  const separators = several?.[column]
  const nulls = columnNulls?.[column]
  return {
    ...(separators && { separators }),
    ...(grouped?.includes(column) && { isGrouped: true }),
    ...(nulls && { nulls }),
  }
}

function columnsOf(raw: RawSource, format: Format): Source['reading']['columns'] {
  type Entry = [CanonicalColumn, ColumnReading]
  const own = Object.entries(raw.columns).map(
    ([column, mapping]): Entry => [column as CanonicalColumn, { alternatives: [mapping?.from ?? []] }],
  )
  const built = Object.entries(format.columns).map(
    ([column, headers]): Entry => [
      column as CanonicalColumn,
      { alternatives: headers.map((header) => [header]) },
    ],
  )
  return Object.fromEntries(
    [...built, ...own].map(([column, reading]) => [column, { ...reading, ...quirksOf(column, format) }]),
  )
}

/** What values mean, wherever a column has a map or a list of words of its own. Such a word means itself. */
function valuesOf(raw: RawSource, format: Format): Source['values'] {
  const mapped = Object.keys({ ...format.columns, ...raw.columns }) as CanonicalColumn[]
  const maps = mapped
    .filter((column) => canonicalValues[column] || format.values[column] || raw.values[column])
    .map((column) => {
      const itself = (canonicalValues[column] ?? []).map((word) => [word, word])
      return [column, { ...Object.fromEntries(itself), ...format.values[column], ...raw.values[column] }]
    })
  return Object.fromEntries(maps)
}

function columnDatesOf(raw: RawSource): Source['columnDates'] {
  const dated = Object.entries(raw.columns).filter(([, mapping]) => mapping?.formats !== undefined)
  return Object.fromEntries(dated.map(([column, mapping]) => [column, mapping?.formats]))
}

function exportedAtOf(raw: RawSource): Source['exportedAt'] {
  if (raw.exported_at === undefined) return null
  return 'filename' in raw.exported_at
    ? { filename: new RegExp(raw.exported_at.filename) }
    : { column: raw.exported_at.column }
}

function escalatedWhenOf(raw: RawSource, { grain }: Kind): Source['escalatedWhen'] {
  if (raw.escalated_when === undefined) return null
  const { at, ...when } = raw.escalated_when
  const [column = '', pattern = ''] = Object.entries(when)[0] ?? []
  return { column, pattern: new RegExp(pattern), at: grain === 'item' ? (at ?? null) : null }
}

function mailOf(raw: RawSource, kind: Kind, ticketPattern: string): Source['mail'] {
  if (kind.entity !== 'message') return null
  const lower = (words: readonly string[] = []): string[] => words.map((word) => word.toLowerCase())
  return {
    addresses: lower(raw.addresses),
    staffDomains: lower(raw.staff_domains).map((domain) => domain.replace(/^@/, '')),
    staffAddresses: lower(raw.staff_addresses),
    isAnswererOwner: raw.assume_owner,
    ticketPattern,
  }
}

/** Numbers of records at which tools stop an export without a word, whatever format their files have. */
const usualCuts = [2_000, 10_000]

/** What the sources of an installation take from its institution. */
export interface SourceDefaults {
  readonly timezone: string
  readonly ticketPattern: string
}

/** A checked source of config.yaml with its format filled in. */
export function resolveSource(
  raw: RawSource,
  format: Format,
  { timezone, ticketPattern }: SourceDefaults,
): Source {
  const kind = kindOf(raw, format)
  return {
    name: raw.name,
    files: raw.files,
    format: format.name,
    ...kind,
    coverage: raw.coverage ?? format.coverage,
    timezone: raw.timezone ?? timezone,
    isRequired: raw.required,
    maxAgeDays: raw.max_age_days ?? null,
    headerRow: raw.header_row,
    delimiter: raw.delimiter ?? null,
    encoding: raw.encoding ?? null,
    container: format.container ?? 'table',
    sheet: raw.sheet ?? null,
    isDayFirst: raw.day_first ?? null,
    cutAt: format.container === 'mail' ? [] : [...new Set([...usualCuts, ...(format.cutAt ?? [])])],
    mail: mailOf(raw, kind, ticketPattern),
    isRagged: format.ragged ?? false,
    isEmptyUnchanged: raw.empty === 'unchanged',
    exportedAt: exportedAtOf(raw),
    reading: {
      columns: columnsOf(raw, format),
      required: neededOf(raw, format, kind),
      nulls: [...new Set([...format.nulls, ...(raw.null_values ?? [])])],
    },
    dates: orderedDates(format.dates, raw.day_first),
    columnDates: columnDatesOf(raw),
    values: valuesOf(raw, format),
    escalatedWhen: escalatedWhenOf(raw, kind),
  }
}
