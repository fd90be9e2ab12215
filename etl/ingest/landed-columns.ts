import type { Header } from '../../data/shared/header.ts'
import type { ColumnReading } from '../../data/shared/reading.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import type { LandingKit } from './landing.ts'

/** Columns that hold persons' names or addresses, or what stands for them: keyed before anything is written. */
const keyedColumns: ReadonlySet<string> = new Set([
  'requester',
  'actor',
  'message_id',
  'in_reply_to',
  'conversation_id',
])

/** Columns of people's own words. None is kept but the subject of a ticket, parameterised. */
const ownWords: ReadonlySet<string> = new Set(['subject', 'description'])
const isKept = (name: string, { entity }: Source): boolean =>
  !ownWords.has(name) || (name === 'subject' && entity === 'ticket')

/** What is kept of a cell that `escalated_when` looks at: that it says so, and none of its words. */
const escalated = 'true'

/** A column as it is landed: what SQL computes it by from the cells of a row. */
export interface LandedColumn {
  readonly name: string
  readonly expression: string
}

/** Gives a variable a value; what a statement says of it is the variable's name, never the value. */
type Hold = (name: string, value: string | readonly string[]) => Promise<string>

const holder =
  (database: Database): Hold =>
  async (name, value) => {
    await database.run(`set variable ${name} = $value`, { value })
    return `getvariable('${name}')`
  }

/** One cell, the first of several values in it, without the blanks around it and those that group its digits. */
async function firstValue(cell: string, name: string, reading: ColumnReading, hold: Hold): Promise<string> {
  let expression = `trimmed(${cell})`
  for (const [index, separator] of (reading.separators ?? []).entries()) {
    const held = await hold(`separator_${name}_${index}`, separator)
    expression = `split_part(${expression}, ${held}, 1)`
  }
  if (reading.separators) expression = `trim(${expression}, blanks())`
  return reading.isGrouped ? `ungrouped(${expression})` : expression
}

async function expressionOf(
  name: string,
  cells: readonly string[],
  reading: ColumnReading,
  nulls: readonly string[],
  hold: Hold,
): Promise<string> {
  const own = [...nulls, ...(reading.nulls ?? [])]
  const held = own.length > 0 ? await hold(`nulls_${name}`, own) : null
  const values = await Promise.all(cells.map((cell) => firstValue(cell, name, reading, hold)))
  const orNull = values.map((value) => (held ? `unless_null(${value}, ${held})` : `nullif(${value}, '')`))
  if (values.length === 1) return orNull[0] ?? 'null'
  const parts = values.map((value) => `coalesce(${value}, '')`)
  return `case when coalesce(${orNull.join(', ')}) is not null then ${parts.join(" || '/' || ")} end`
}

/** A landed column of which only a key is kept, where it names a person. */
export function keyedColumn(name: string, expression: string): LandedColumn {
  return { name, expression: keyedColumns.has(name) ? `keyed(${expression})` : expression }
}

/**
 * How each column of a table is landed, in the order of the header's cells. `cell` names the SQL column that holds the
 * cells at a position of the file's rows; `ticketPattern` is what a ticket number looks like here.
 */
export async function landedColumns(
  header: Header,
  source: Source,
  cell: (position: number) => string,
  { database, ticketPattern }: Pick<LandingKit, 'database' | 'ticketPattern'>,
): Promise<LandedColumn[]> {
  const hold = holder(database)
  const keptOf = async (name: string, said: string): Promise<string> => {
    if (name === 'subject') return `parameterised(${said}, ${await hold('ticket_pattern', ticketPattern)})`
    if (name !== 'escalated_by') return keyedColumn(name, said).expression
    const pattern = await hold('escalated_pattern', source.escalatedWhen?.pattern.source ?? '')
    return `case when regexp_matches(${said}, ${pattern}) then '${escalated}' end`
  }
  const columns: LandedColumn[] = []
  for (const [name, positions] of header.cells) {
    if (!isKept(name, source)) continue
    const reading = source.reading.columns[name] ?? { alternatives: [] }
    const cells = positions.map(cell)
    const expression = await expressionOf(name, cells, reading, source.reading.nulls, hold)
    columns.push({ name, expression: await keptOf(name, expression) })
  }
  return columns
}
