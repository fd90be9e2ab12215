import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import type { TidyRow } from '../measures/measure.ts'
import { type Group, leastItems, type Standing, standingsOf } from '../trends/funnel.ts'

type Column = Breakdown['columns'][number]
type Row = Breakdown['rows'][number]

/** On how many items of equal weight the shares of a measure's teams rest. */
export type EffectiveNumbers = ReadonlyMap<string, number>
type Standings = ReadonlyMap<Row, Standing>

/** The row that teams of few people stand under (`dim_teams`), and that of items without a team. */
const notTeams: ReadonlySet<string> = new Set(['Small teams', ''])
/** What all items are, by the unit of a share. */
const wholes: Partial<Record<Column['unit'], number>> = { share: 1, per_100: 100 }

const cellOf = (kind: string, team: string, column: string): string => JSON.stringify([kind, team, column])

/** The effective numbers of the cells by team among the rows of a measure. */
export const effectiveNumbersOf = (rows: readonly TidyRow[]): EffectiveNumbers =>
  new Map(
    rows
      .filter(({ part, id, effective_n }) => part === 'cell' && id === 'by_team' && effective_n !== null)
      .map(({ item_kind, key, col, effective_n }) => [
        cellOf(item_kind, key ?? '', col ?? ''),
        effective_n as number,
      ]),
  )

/** A team's share; null where the row is no team, or its share cannot be told although there are items enough. */
function groupOf(
  { key, values, counts }: Row,
  column: string,
  whole: number,
  effective?: number,
): Group | null {
  const value = values[column]
  const n = effective ?? counts[column] ?? 0
  if (notTeams.has(key)) return null
  if (typeof value === 'number') return { hits: (value / whole) * n, n }
  return n < leastItems ? { hits: 0, n } : null
}

interface Board {
  readonly breakdown: Breakdown
  readonly column: string
  readonly rows: readonly Row[]
  readonly groups: readonly Group[]
}

function boardOf(breakdown: Breakdown, { id, unit }: Column, effective: EffectiveNumbers): Board[] {
  const whole = wholes[unit]
  if (whole === undefined) return []
  const judged = breakdown.rows.flatMap((row) => {
    const group = groupOf(row, id, whole, effective.get(cellOf(breakdown.item_kind, row.key, id)))
    return group === null ? [] : [{ row, group }]
  })
  const [rows, groups] = [judged.map(({ row }) => row), judged.map(({ group }) => group)]
  return [{ breakdown, column: id, rows, groups }]
}

/** A row with how its shares stand, each of which rests on as many items as the share. */
function rowWith(row: Row, standings: ReadonlyMap<string, Standings>): Row {
  const values = [...standings].map(([column, standing]) => [`${column}_stands`, standing.get(row) ?? null])
  const counts = [...standings.keys()].map((column) => [`${column}_stands`, row.counts[column] ?? 0])
  return {
    ...row,
    values: { ...row.values, ...Object.fromEntries(values) },
    counts: { ...row.counts, ...Object.fromEntries(counts) },
  }
}

function breakdownWith(breakdown: Breakdown, standings: ReadonlyMap<string, Standings>): Breakdown {
  const columns = breakdown.columns.flatMap((column): Column[] =>
    standings.has(column.id) ? [column, { id: `${column.id}_stands`, clock: null, unit: 'text' }] : [column],
  )
  return { ...breakdown, columns, rows: breakdown.rows.map((row) => rowWith(row, standings)) }
}

/** The standings of each breakdown by column. */
function standingsBy(boards: readonly Board[]): Map<Breakdown, Map<string, Standings>> {
  const standings = standingsOf(boards.map(({ groups }) => groups))
  const by = new Map<Breakdown, Map<string, Standings>>()
  boards.forEach(({ breakdown, column, rows }, place) => {
    const own = by.get(breakdown) ?? new Map<string, Standings>()
    own.set(column, new Map(rows.map((row, at) => [row, standings[place]?.[at] as Standing])))
    by.set(breakdown, own)
  })
  return by
}

/**
 * All measures of a night, whose breakdowns by team say in a column `<share>_stands` after each share whether it departs
 * from what is usual among the teams: null for rows that are no team. They are judged together, as each comparison is
 * one of all of the night's. `effective` are the effective numbers by measure; a share without one rests on its count.
 */
export function withStandings(
  measures: readonly MeasureFile[],
  effective: ReadonlyMap<string, EffectiveNumbers>,
): MeasureFile[] {
  const boards = measures.flatMap(({ id, breakdowns }) =>
    breakdowns
      .filter((breakdown) => breakdown.id === 'by_team')
      .flatMap((breakdown) =>
        breakdown.columns.flatMap((column) => boardOf(breakdown, column, effective.get(id) ?? new Map())),
      ),
  )
  const standings = standingsBy(boards)
  return measures.map((measure) => ({
    ...measure,
    breakdowns: measure.breakdowns.map((breakdown) => {
      const own = standings.get(breakdown)
      return own === undefined ? breakdown : breakdownWith(breakdown, own)
    }),
  }))
}
