import type { Breakdown } from '../../data/contract.ts'
import { type Group, leastItems, type Standing, standingsOf } from '../trends/funnel.ts'

type Column = Breakdown['columns'][number]
type Row = Breakdown['rows'][number]

/** The row that teams of few people stand under (`dim_teams`), and that of items without a team. */
const notTeams: ReadonlySet<string> = new Set(['Small teams', ''])
/** What all items are, by the unit of a share. */
const wholes: Partial<Record<Column['unit'], number>> = { share: 1, per_100: 100 }

/** A team's share; null where the row is no team, or its share cannot be told although there are items enough. */
function groupOf({ key, values, counts }: Row, column: string, whole: number): Group | null {
  const [value, n = 0] = [values[column], counts[column]]
  if (notTeams.has(key)) return null
  if (typeof value === 'number') return { hits: (value / whole) * n, n }
  return n < leastItems ? { hits: 0, n } : null
}

function standingsIn(rows: readonly Row[], column: string, whole: number): Map<Row, Standing> {
  const judged = rows.flatMap((row) => {
    const group = groupOf(row, column, whole)
    return group === null ? [] : [{ row, group }]
  })
  const standings = standingsOf(judged.map(({ group }) => group))
  return new Map(judged.map(({ row }, place) => [row, standings[place] as Standing]))
}

/** A row with how its share stands, which rests on as many items as the share. */
const withStanding = (row: Row, column: string, standing: Standing | null): Row => ({
  ...row,
  values: { ...row.values, [`${column}_stands`]: standing },
  counts: { ...row.counts, [`${column}_stands`]: row.counts[column] ?? 0 },
})

/**
 * A breakdown by team in which a column `<share>_stands` follows each share: whether it departs from what is usual among
 * the teams. Null for rows that are no team. Other breakdowns as they are.
 */
export function withStandings(breakdown: Breakdown): Breakdown {
  if (breakdown.id !== 'by_team') return breakdown
  let { rows } = breakdown
  const columns = breakdown.columns.flatMap((column): Column[] => {
    const whole = wholes[column.unit]
    if (whole === undefined) return [column]
    const standings = standingsIn(rows, column.id, whole)
    rows = rows.map((row) => withStanding(row, column.id, standings.get(row) ?? null))
    return [column, { id: `${column.id}_stands`, clock: null, unit: 'text' }]
  })
  return { ...breakdown, columns, rows }
}
