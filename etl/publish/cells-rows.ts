import type { CellsFile } from '../../data/contract.ts'
import type { Filter } from '../../data/shared/cells.ts'
import type { Database, Row } from '../db/database.ts'

interface ShareLine extends Row {
  readonly filter: number
  readonly series: number
  readonly from: number
  readonly n: string
  readonly hits: string
  readonly weight: string | null
  readonly squared_weight: string | null
  readonly unknown: string | null
  readonly unsettled: string | null
}

interface TimeLine extends Row {
  readonly filter: number
  readonly series: number
  readonly clock: 'elapsed' | 'business'
  readonly is_event: boolean
  readonly from: number
  readonly bins: string
}

const statement = (name: string): URL => new URL(`../cells/${name}.sql`, import.meta.url)

const shareOf = ({ series, from, n, hits, ...more }: ShareLine): CellsFile['shares'][number] => {
  const { weight, squared_weight, unknown, unsettled } = more
  return {
    series,
    from,
    n,
    hits,
    ...(weight !== null && { weight }),
    ...(squared_weight !== null && { squared_weight }),
    ...(unknown !== null && { unknown }),
    ...(unsettled !== null && { unsettled }),
  }
}

function timesOf(lines: readonly TimeLine[]): CellsFile['times'] {
  const outcomes = Map.groupBy(lines, ({ series, clock }) => `${series} ${clock}`)
  return [...outcomes.values()].map((both) => {
    const { series, clock } = both[0] as TimeLine
    const parts = both.map(({ is_event, from, bins }) => [is_event ? 'events' : 'waiting', { from, bins }])
    return { series, clock, ...Object.fromEntries(parts) }
  })
}

/** The contents of the files of the filters numbered `first` to `first + filters.length - 1`. */
export async function cellsOf(
  database: Database,
  first: number,
  filters: readonly Filter[],
): Promise<CellsFile[]> {
  const range = { first, last: first + filters.length - 1 }
  const shares = await database.rowsOf<ShareLine>(statement('share_lines'), range)
  const times = await database.rowsOf<TimeLine>(statement('time_lines'), range)
  const sharesBy = Map.groupBy(shares, ({ filter }) => filter)
  const timesBy = Map.groupBy(times, ({ filter }) => filter)
  return filters.map((filter, index) => ({
    filter: [...filter],
    shares: (sharesBy.get(first + index) ?? []).map(shareOf),
    times: timesOf(timesBy.get(first + index) ?? []),
  }))
}
