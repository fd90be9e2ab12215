import { type CanonicalColumn, canonicalValues, isTimeColumn } from '../formats/canonical.ts'
import type { DateGuess } from './date-guess.ts'
import type { Manner } from './rows.ts'
import { quoted, shown, width, wrapped } from './text.ts'
import type { ValueGuess } from './values-guess.ts'

/** A setting of the entry and what a person should know of it. */
export interface Setting {
  readonly key: string
  /** As YAML. */
  readonly value: string
  readonly remark?: string | undefined
  /** Commented out: one of several to choose from. */
  readonly isChoice?: boolean
}

export interface ColumnEntry {
  readonly column: CanonicalColumn
  readonly header: string
  readonly dates: DateGuess | null
  readonly remark: string | null
}

/** Everything that an entry under `sources:` says. */
export interface Entry {
  readonly settings: readonly Setting[]
  readonly columns: readonly ColumnEntry[]
  /** Required columns that no header was found for. */
  readonly missing: readonly CanonicalColumn[]
  readonly unused: readonly string[]
  readonly values: ReadonlyMap<CanonicalColumn, readonly ValueGuess[]>
}

function written(indent: string, text: string, remark?: string): string[] {
  if (remark === undefined) return [indent + text]
  const line = `${indent}${text}  # ${remark}`
  return line.length <= width ? [line] : [`${indent}# ${remark}`, indent + text]
}

const listed = (formats: readonly string[]): string =>
  formats.length === 1 ? quoted(formats[0] ?? '') : `[${formats.map(quoted).join(', ')}]`

const dated = (header: string, formats: readonly string[]): string =>
  `{ column: ${quoted(header)}, format: ${listed(formats)} }`

function columnLines({ column, header, dates, remark }: ColumnEntry): string[] {
  const indent = '      '
  const note = remark ?? undefined
  if (!dates || !isTimeColumn(column)) return written(indent, `${column}: ${quoted(header)}`, note)
  if (dates.formats.length > 0) {
    const isDefault = dates.formats.join() === 'iso'
    const text = isDefault ? quoted(header) : dated(header, dates.formats)
    return written(indent, `${column}: ${text}`, note)
  }
  return [
    ...written(indent, `${column}: ${quoted(header)}`, 'choose one of these two instead'),
    ...dates.choices.flatMap(({ order, formats }) =>
      written(indent, `# ${column}: ${dated(header, formats)}`, `if the ${order} comes first`),
    ),
  ]
}

function wordLines(column: CanonicalColumn, words: readonly ValueGuess[]): string[] {
  const known = words.filter(({ meaning }) => meaning !== null)
  const off = known.length === 0 ? '# ' : ''
  const choices = canonicalValues[column]?.join(', ')
  const hasUnknown = known.length < words.length
  return [
    `      ${off}${column}:`,
    ...(hasUnknown ? [`        # choose what each word means: ${choices}`] : []),
    ...words.map(({ word, records, meaning }) =>
      meaning === null
        ? `        # ${quoted(word)}:  # choose what it means (${records.toLocaleString('en-GB')})`
        : `        ${quoted(word)}: ${meaning}  # check (${records.toLocaleString('en-GB')})`,
    ),
  ]
}

function valueLines(values: Entry['values']): string[] {
  const blocks = [...values].filter(([, words]) => words.length > 0)
  if (blocks.length === 0) return []
  const isOff = blocks.every(([, words]) => words.every(({ meaning }) => meaning === null))
  return [`    ${isOff ? '# ' : ''}values:`, ...blocks.flatMap(([column, words]) => wordLines(column, words))]
}

/** The settings of a file's manner that are not the usual ones. */
export function mannerSettings(
  manner: Manner,
  toConfirm: Readonly<Partial<Record<keyof Manner, string>>>,
): Setting[] {
  const settings: Setting[] = []
  const add = (key: keyof Manner, value: string): void => {
    const remark = toConfirm[key]
    settings.push({ key, value, ...(remark !== undefined && { remark: `check: ${remark}` }) })
  }
  if (manner.header_row !== 1) add('header_row', String(manner.header_row))
  if (manner.delimiter !== undefined && manner.delimiter !== ',') add('delimiter', quoted(manner.delimiter))
  if (manner.encoding !== undefined) add('encoding', manner.encoding)
  if (manner.sheet !== undefined) add('sheet', quoted(manner.sheet))
  return settings
}

const unusedLines = (headers: readonly string[]): string[] =>
  headers.length === 0
    ? []
    : wrapped(headers.map((header) => `"${shown(header)}"`).join(', '), '      # not used: ').map(
        (line, index) => (index === 0 ? line : line.replace(/^ {7}/, '      #')),
      )

/** An entry as it is pasted into config.yaml. What is to be chosen stands commented out and says `choose`. */
export function entryLines({ settings, columns, missing, unused, values }: Entry): string[] {
  const [name, ...others] = settings
  const columnBlock = [
    ...columns.flatMap(columnLines),
    ...missing.map((column) => `      # ${column}: "…"  # choose its header; without it nothing can be read`),
    ...unusedLines(unused),
  ]
  const isColumnsOff = columns.length === 0
  return [
    'sources:',
    ...written('  - ', `${name?.key}: ${name?.value}`, name?.remark),
    ...others.flatMap(({ key, value, remark, isChoice }) =>
      written('    ', `${isChoice ? '# ' : ''}${key}: ${value}`, remark),
    ),
    ...(columnBlock.length > 0 ? [`    ${isColumnsOff ? '# ' : ''}columns:`, ...columnBlock] : []),
    ...valueLines(values),
  ]
}
