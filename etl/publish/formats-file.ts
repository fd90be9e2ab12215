import type { FormatsFile, KnownFormat, SourceReading } from '../../data/contract.ts'
import type { Settings, Source } from '../config/settings.ts'
import { type CanonicalColumn, canonicalValues } from '../formats/canonical.ts'
import type { Format, Hint } from '../formats/format.ts'
import { loadFormats, loadHints } from '../formats/index.ts'
import { extraColumns } from '../ingest/header.ts'

type Columns = SourceReading['columns']

const columnsOf = ({ reading }: Source): Columns =>
  Object.fromEntries(
    Object.entries(reading.columns).map(([name, { alternatives, separators, isGrouped, nulls }]) => [
      name,
      {
        alternatives: alternatives.map((headers) => [...headers]),
        ...(separators && { separators: [...separators] }),
        ...(isGrouped && { isGrouped }),
        ...(nulls && { nulls: [...nulls] }),
      },
    ]),
  )

/** Maps of columns whose meanings are a closed list: those of other columns may name people. */
const valuesOf = ({ values }: Source): SourceReading['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, map]) =>
      canonicalValues[name as CanonicalColumn] ? [[name, { ...map }]] : [],
    ),
  )

const exportedAtOf = ({ exportedAt }: Source): SourceReading['exported_at'] =>
  exportedAt && {
    file_name: 'filename' in exportedAt ? exportedAt.filename.source : null,
    column: 'column' in exportedAt ? exportedAt.column : null,
  }

const readingOf = (source: Source): SourceReading => ({
  name: source.name,
  files: source.files,
  format: source.format,
  entity: source.entity,
  grain: source.grain,
  coverage: source.coverage,
  timezone: source.timezone,
  header_row: source.headerRow,
  delimiter: source.delimiter,
  encoding: source.encoding,
  container: source.container,
  is_ragged: source.isRagged,
  is_day_first: source.isDayFirst,
  extra_columns: extraColumns(source).map(([landed, named]) => [landed, named]),
  exported_at: exportedAtOf(source),
  columns: columnsOf(source),
  required: [...source.reading.required],
  nulls: [...source.reading.nulls],
  dates: [...source.dates],
  column_dates: Object.fromEntries(
    Object.entries(source.columnDates).map(([name, formats]) => [name, [...formats]]),
  ),
  values: valuesOf(source),
})

const knownOf = (each: Format | Hint, isHint: boolean): KnownFormat => ({
  name: each.name,
  title: each.title,
  signatures: each.signatures.map((headers) => [...headers]),
  notes: [...(each.notes ?? [])],
  is_hint: isHint,
  refusal: 'refusal' in each ? (each.refusal ?? null) : null,
})

/** What the export check of the operations site reads a file by: the sources as they are set, and every known format. */
export async function formatsFileOf({ sources }: Pick<Settings, 'sources'>): Promise<FormatsFile> {
  const [formats, hints] = [await loadFormats(), await loadHints()]
  return {
    sources: sources.map(readingOf),
    formats: [
      ...[...formats.values()].map((format) => knownOf(format, false)),
      ...[...hints.values()].map((hint) => knownOf(hint, true)),
    ],
  }
}
