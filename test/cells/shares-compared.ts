import type { CellsFile, CellsIndex } from '../../data/contract.ts'
import type { Filter } from '../../data/shared/cells.ts'
import { mergeShares, shareCells, shareOf } from '../../data/shared/shares.ts'
import type { Bindings, Database, Row } from '../../etl/db/database.ts'

/** What cells say of one figure of a filter over some periods, and what its observations do. */
export interface Compared {
  readonly filter: Filter
  readonly figure: string
  readonly n: number
  readonly found: number
  readonly exact: number
  /** Of a quantile: the exact ones a quarter of a percentage point below and above it. */
  readonly near?: readonly [number, number]
}

/** A filter with its cells, and how many of the last periods are of interest. */
export interface Filtered {
  readonly index: CellsIndex
  readonly cells: CellsFile
  readonly filter: Filter
  /** Which observations pass the filter. */
  readonly where: string
  readonly bound: Bindings
  readonly last: { readonly week: number; readonly month: number }
}

/** The period by which a series is counted, and the places of the first and the last of interest. */
export function spanOf({ index, filter, last }: Filtered, { period: own }: CellsIndex['series'][number]) {
  const period = filter.length > 1 ? 'month' : own
  const until = index.periods[period].length - 1
  return { period, from: Math.max(0, until - last[period] + 1), until }
}
type Span = ReturnType<typeof spanOf>

/** What there is to compare of a share. */
interface Told extends Row {
  readonly n: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** What cells say. */
function fromCells({ cells: { shares } }: Filtered, series: number, { from, until }: Span): Told {
  const cells = shares
    .filter((one) => one.series === series)
    .flatMap((one) => shareCells(one).slice(Math.max(0, from - one.from), Math.max(0, until - one.from + 1)))
  const { n, value, low, high } = shareOf(mergeShares(cells))
  return { n, value, low, high }
}

/** Item by item (Kish 1965). Of weights that lie in several periods: the most items that one has, and no interval. */
const observed = (period: string, where: string): string => `
  with own as (
    select measure, id, item_kind, item_id, day, hit, weight from observations
    where part = 'share' and is_settled ${where} and day >= $first and ($after::date is null or day < $after::date)
  ),
  items as (
    select measure, id, item_kind, sum(hit) as hits, sum(weight) as weight from own
    where hit is not null group by measure, id, item_kind, item_id
  ),
  summed as (
    select measure, id, item_kind, count(*) as n, sum(hits) / sum(weight) as share, sum(weight) ** 2 / sum(weight ** 2) as worth from items
    group by measure, id, item_kind
  ),
  periods as (
    select measure, id, item_kind, count(distinct item_id) as n from own
    where hit is not null group by measure, id, item_kind, date_trunc('${period}', day)
  ),
  busiest as (
    select measure, id, item_kind, max(n) as most, count(*) as periods from periods group by measure, id, item_kind
  ),
  unknowns as (
    select measure, id, item_kind, count(*) filter (hit is null) as unknown from own group by measure, id, item_kind
  ),
  counted as (
    select u.*, d.is_weighted and coalesce(b.periods, 0) > 1 as is_several, coalesce(case when is_several then b.most else s.n end, 0) as n,
      s.share, coalesce(s.worth, 0) as worth
    from unknowns as u
    join (select * from declared where part = 'share') as d using (measure, id, item_kind)
    left join summed as s using (measure, id, item_kind)
    left join busiest as b using (measure, id, item_kind)
  )
  select measure, id, item_kind, n::integer as n, (case when unknown <= 0.1 * (n + unknown) then share end)::double as value,
    (case when not is_several then wilson_low(coalesce(share * worth, 0), worth + unknown) end)::double as low,
    (case when not is_several then wilson_high(coalesce(share * worth, 0) + unknown, worth + unknown) end)::double as high
  from counted`

type Name = Pick<CellsIndex['series'][number], 'measure' | 'id' | 'item_kind'>
export const nameOf = ({ measure, id, item_kind }: Name): string => `${measure} ${id} of ${item_kind}s`

/** What the observations of all shares say, by name. */
async function fromObservations(database: Database, of: Filtered, { period, from, until }: Span) {
  const days = of.index.periods[period]
  const bound = { ...of.bound, first: days[from] ?? null, after: days[until + 1] ?? null }
  const rows = await database.all<Told & Name>(observed(period, of.where), bound)
  return new Map(rows.map((row) => [nameOf(row), row]))
}

/** Where there is none. */
const none = -1
const nothing: Told = { n: 0, value: null, low: null, high: null }

/** Every share with its interval over all the periods, and over the one in their middle alone. */
export async function compareShares(database: Database, of: Filtered): Promise<Compared[]> {
  const told = new Map<string, Awaited<ReturnType<typeof fromObservations>>>()
  const compared: Compared[] = []
  for (const [series, named] of of.index.series.entries()) {
    if (named.part !== 'share') continue
    const all = spanOf(of, named)
    const middle = Math.floor((all.from + all.until) / 2)
    for (const span of [all, { ...all, from: middle, until: middle }]) {
      const key = `${span.period} ${span.from} ${span.until}`
      const exacts = told.get(key) ?? (await fromObservations(database, of, span))
      told.set(key, exacts)
      const [found, exact] = [fromCells(of, series, span), exacts.get(nameOf(named)) ?? nothing]
      for (const figure of ['n', 'value', 'low', 'high'] as const)
        compared.push({
          ...{ filter: of.filter, n: found.n },
          figure: `${nameOf(named)}, ${span === all ? 'all periods' : 'one period'}: ${figure}`,
          found: found[figure] ?? none,
          exact: exact[figure] ?? none,
        })
    }
  }
  return compared
}
