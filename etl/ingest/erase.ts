import { timeColumns } from '../../data/shared/time-columns.ts'
import type { Database } from '../db/database.ts'
import type { Effects } from '../effects.ts'
import type { Erased } from './erased.ts'
import { showLanding } from './land.ts'
import { erasedPerson, personInWords, phraseOf, withoutPersons, wordsOf } from './persons.ts'

const statement = new URL('erase-cells.sql', import.meta.url)
/** Landed columns that name persons in full. */
const ownerColumns: readonly string[] = ['owner', 'closed_by']
/** By which records are told apart: never changed in part. */
const idColumns: readonly string[] = ['id', 'ticket_id', 'parent_id']
/** Keys, and words of a closed list: no name stands there. */
const nameless: readonly string[] = [
  'record',
  'rejected_as',
  'requester',
  'actor',
  'message_id',
  'in_reply_to',
  'conversation_id',
  'parents',
  'direction',
  'escalated_by',
]
const isTime = (column: string): boolean => (timeColumns as readonly string[]).includes(column)

/** Who acted on what someone else had asked: to be told apart from whoever asked, who may have been erased too. */
const erasedActor = '(another erased)'

interface Cell {
  readonly column: string
  readonly cell: string
  readonly phrases: readonly string[]
}

/** What of erased persons was found in a landed file. */
export interface Erasure {
  /** Records that were changed. */
  readonly records: number
  /** Different owners of whose names an erased one is a part: they may be others, and stay. */
  readonly owners_left: number
}

/** A cell without the persons whose names it holds; the same cell where the name may be part of another's. */
export function erasedCell({ column, cell, phrases }: Cell): string {
  const isIn = (phrase: string): boolean => phrases.includes(phrase)
  if (isIn(phraseOf(cell))) return column === 'subject' ? personInWords : erasedPerson
  if (ownerColumns.includes(column) || idColumns.includes(column)) return cell
  // a name of one word may be a word like others
  const telling = column === 'subject' ? phrases : phrases.filter((phrase) => wordsOf(phrase) > 1)
  return withoutPersons(cell, telling.map(wordsOf), (phrase) => telling.includes(phrase))
}

async function columnsOf(database: Database): Promise<string[]> {
  const rows = await database.all<{ column_name: string }>('select column_name from (describe landing)')
  return rows.map(({ column_name }) => column_name)
}

/** The cells of the view `landing` that name someone erased. */
async function namingCells(columns: readonly string[], erased: Erased, database: Database): Promise<Cell[]> {
  const worded = columns.filter((column) => !nameless.includes(column))
  if (worded.length === 0) return []
  const cells = worded.map(
    (column) =>
      // of times, only what is none
      `select '${column}' as "column", "${column}" as cell from landing${isTime(column) ? ` where regexp_matches("${column}", '\\pL{3}')` : ''}`,
  )
  await database.run(`create or replace temp view erasable as ${cells.join(' union all ')}`)
  return database.rowsOf<Cell & Record<string, unknown>>(statement, {
    sizes: erased.sizes.map(String),
    phrases: erased.phrases,
  })
}

/** What each column that may change becomes, given the table `replaced` and the variable `erased_keys`. */
function expressionsOf(columns: readonly string[], touched: ReadonlySet<string>): Map<string, string> {
  const isErased = (column: string): string => `list_contains(getvariable('erased_keys'), "${column}")`
  const asked = columns.includes('requester') ? 'actor = requester' : 'false'
  const keyed = new Map([
    ['requester', `case when ${isErased('requester')} then '${erasedPerson}' else requester end`],
    [
      'actor',
      `case when ${isErased('actor')} then case when ${asked} then '${erasedPerson}' else '${erasedActor}' end else actor end`,
    ],
  ])
  const replaced = (column: string): string =>
    `coalesce((select r.fresh from replaced as r where r."column" = '${column}' and r.cell = l."${column}"), l."${column}")`
  return new Map(
    columns.flatMap((column): [string, string][] => {
      const expression = touched.has(column) ? replaced(column) : keyed.get(column)
      return expression === undefined ? [] : [[column, expression]]
    }),
  )
}

/**
 * Takes erased persons out of a landed file, in place and in one step: rows and their order stay. It runs on any database
 * that has the key and may read and write there.
 */
export async function erase(
  path: string,
  erased: Erased,
  database: Database,
  { disk }: Effects,
): Promise<Erasure> {
  if (erased.persons.length === 0) return { records: 0, owners_left: 0 }
  await showLanding(path, database)
  const columns = await columnsOf(database)
  const naming = await namingCells(columns, erased, database)
  const fresh = naming.map((one) => ({ column: one.column, cell: one.cell, fresh: erasedCell(one) }))
  const changed = fresh.filter((one) => one.fresh !== one.cell)
  const left = fresh.filter(({ column, cell, fresh: to }) => ownerColumns.includes(column) && to === cell)
  await database.run(
    `create or replace temp table replaced as select unnest(from_json($rows, '[{"column":"VARCHAR","cell":"VARCHAR","fresh":"VARCHAR"}]'), recursive := true)`,
    { rows: JSON.stringify(changed) },
  )
  await database.run('set variable erased_keys = $keys', { keys: erased.keys })
  const expressions = expressionsOf(columns, new Set(changed.map(({ column }) => column)))
  const records = await countChanged(expressions, database)
  if (records > 0) {
    await writeChanged(columns, expressions, `${path}.new`, database)
    await disk.seal(`${path}.new`)
    await disk.move(`${path}.new`, path)
  }
  return { records, owners_left: left.length }
}

async function countChanged(expressions: ReadonlyMap<string, string>, database: Database): Promise<number> {
  const differs = [...expressions].map(([column, to]) => `(${to}) is distinct from l."${column}"`)
  if (differs.length === 0) return 0
  const [row] = await database.all<{ n: number }>(
    `select count(*)::integer as n from landing as l where ${differs.join(' or ')}`,
  )
  return row?.n ?? 0
}

async function writeChanged(
  columns: readonly string[],
  expressions: ReadonlyMap<string, string>,
  to: string,
  database: Database,
): Promise<void> {
  const written = columns
    .filter((column) => column !== 'record')
    .map((column) => `${expressions.get(column) ?? `l."${column}"`} as "${column}"`)
  await database.copy(`select ${written.join(', ')} from landing as l order by l.record`, to)
}
