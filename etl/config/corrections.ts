import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { didYouMean } from '../../data/shared/near.ts'
import { canonicalValues, ownWordColumns, wordColumns } from '../formats/canonical.ts'

const name = 'corrections.csv'
const columns = ['item', 'field', 'value', 'reason', 'by'] as const
type Column = (typeof columns)[number]

const timeFields = ['opened_at', 'received_at', 'acknowledged_at', 'resolved_at', 'closed_at'] as const
const textFields = [...ownWordColumns, 'parent_id', 'ticket_id'] as const
const dayFields = ['needed_by'] as const
/** What can be corrected of a ticket or an escalation. */
export const correctable = [...timeFields, ...wordColumns, ...textFields, ...dayFields] as const
export type CorrectedField = (typeof correctable)[number]

/** One line of corrections.csv: what a field of a ticket or an escalation is, whatever the exports say. */
export interface Correction extends Readonly<Record<Exclude<Column, 'field'>, string>> {
  /** From 1, the header's included. */
  readonly line: number
  readonly field: CorrectedField
}

/** What was corrected by hand. A faulty line is left out and named in `warnings`. */
export interface Corrections {
  readonly corrections: readonly Correction[]
  readonly warnings: readonly string[]
}

const at = (line: number, problem: string): string => `${name}:${line}: ${problem}`
const isOneOf = (words: readonly string[], word: string): boolean => words.includes(word)

function isTime(value: string): boolean {
  const written = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?: ?(?:Z|[+-]\d{2}:\d{2}))?)?$/.exec(
    value,
  )
  if (!written) return false
  try {
    Temporal.PlainDateTime.from(`${written[1]}T${written[2] ?? '00:00'}`, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

const isDay = (value: string): boolean => isTime(value) && value.length === 10

function valueProblem(field: string, value: string): string | null {
  if (isOneOf(timeFields, field) && !isTime(value))
    return `its value is no time for ${field}. Write it as 2026-05-01T10:00, or as 2026-05-01 where only the day is known`
  if (isOneOf(dayFields, field) && !isDay(value))
    return `its value is no day for ${field}. Write it as 2026-05-01`
  const words = isOneOf(wordColumns, field)
    ? (canonicalValues[field as (typeof wordColumns)[number]] ?? [])
    : []
  if (words.length > 0 && !words.includes(value))
    return `its value is not one of those of ${field}: ${words.join(', ')}.${didYouMean(value, words)}`
  return null
}

/** What is wrong with a line, or null. None of its own words is said: logs and pages show this. */
function problemOf({ item, field, value, reason, by }: Record<Column, string>): string | null {
  if (item === '') return 'no item. Write the number of the ticket or escalation'
  if (!isOneOf(correctable, field))
    return `its field cannot be corrected.${didYouMean(field, correctable)} Known here: ${correctable.join(', ')}`
  if (value === '') return `no value for ${field}. Write what it is`
  if (reason === '') return 'no reason. Write why it is corrected'
  if (by === '') return 'nobody under by. Write who corrects it'
  return valueProblem(field, value)
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows with the lines on which they begin; a cell may hold several lines. */
function numbered(rows: readonly (readonly string[])[]): Line[] {
  let line = 1
  return rows.flatMap((row) => {
    const begins = line
    line += 1 + row.join('').split(/\r\n|\r|\n/).length - 1
    const cells = row.map((cell) => cell.trim())
    return cells.every((cell) => cell === '') ? [] : [{ line: begins, cells }]
  })
}

/** Of two lines that correct the same, the later stands. */
function withoutRepeats(corrections: readonly Correction[]): Corrections {
  const what = ({ item, field }: Correction): string =>
    JSON.stringify([item, field === 'opened_at' ? 'received_at' : field])
  const last = new Map(corrections.map((correction) => [what(correction), correction]))
  return {
    corrections: [...last.values()].sort((a, b) => a.line - b.line),
    warnings: corrections.flatMap((correction) => {
      const { line, field } = correction
      const later = last.get(what(correction))
      return later && later !== correction
        ? [
            at(
              line,
              `line ${later.line} corrects ${field} of the same item again. This line is left out. Keep one`,
            ),
          ]
        : []
    }),
  }
}

function readLines([header, ...lines]: readonly Line[]): Corrections {
  if (!header) return { corrections: [], warnings: [] }
  const names = header.cells.map((cell) => cell.toLowerCase())
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0) {
    const problem = `no column ${missing.join(', ')}. Nothing of it is read. Begin with the line: ${columns.join(',')}`
    return { corrections: [], warnings: [at(header.line, problem)] }
  }
  const warnings: string[] = []
  const read = lines.flatMap(({ line, cells }): Correction[] => {
    const cell = (column: Column): string => cells[names.indexOf(column)] ?? ''
    const found = {
      item: cell('item'),
      field: cell('field'),
      value: cell('value'),
      reason: cell('reason'),
      by: cell('by'),
    }
    const tooMany =
      cells.length > names.length ? 'more cells than columns. Put a value with a comma in quotes' : null
    const problem = tooMany ?? problemOf(found)
    if (problem === null) return [{ ...found, line, field: found.field as CorrectedField }]
    warnings.push(at(line, `${problem.replace(/\.?$/, '.')} This line is left out`))
    return []
  })
  const once = withoutRepeats(read)
  return { corrections: once.corrections, warnings: [...warnings, ...once.warnings] }
}

/**
 * Reads corrections.csv of the installation in `dir`; `parse` splits delimited text into its rows, blank ones included.
 * It never fails: a fault is a warning, not a lost night.
 */
export async function loadCorrections(
  dir: string,
  parse: (text: string) => readonly (readonly string[])[],
): Promise<Corrections> {
  const nothing = (problem: string): Corrections => ({
    corrections: [],
    warnings: [`${name}: ${problem}. Nothing of it is read`],
  })
  try {
    const bytes = await readFile(join(dir, name))
    return readLines(numbered(parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { corrections: [], warnings: [] }
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return nothing('it is not UTF-8. Save it as UTF-8')
    return nothing(code ? `it cannot be read (${code}). Check its permissions` : message)
  }
}
