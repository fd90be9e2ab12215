import { chartOf, type Period } from '../../../etl/trends/chart.ts'
import { chartOfShares, type ShareChart } from '../../../etl/trends/share-chart.ts'
import { type Draw, normal, shareOf, steadySeries } from './normal.ts'
import { type Random, randomOf } from './random.ts'
import { type Rate, rateOf } from './single-chart.ts'

/** Boards on whose latest period something is said of at least one chart. */
export interface BoardRow {
  readonly board: string
  readonly points: string
  readonly slipped: Rate
  /** Any rule on the bad side of the latest point, and on either side. */
  readonly bad: Rate
  readonly either: Rate
}

const size = 13
const charts = <T>(make: (place: number) => T): T[] => Array.from({ length: size }, (_, place) => make(place))
const between = (low: number, high: number): ((place: number) => number) => {
  const step = (high - low) / (size - 1)
  return (place) => low + step * place
}

/** Thirteen promises of so many items a month, each kept at its own steady share. */
const shares = (items: number, low: number, high: number): Draw[] =>
  charts((place) => shareOf(items, between(low, high)(place)))

interface Steady {
  readonly board: string
  /** How many items each share is of; null where what is drawn is no share. */
  readonly items: number | null
  readonly draws: readonly Draw[]
}
const boards: readonly Steady[] = [
  { board: 'normal', items: null, draws: charts(() => normal) },
  { board: '60 to 90 % of 100 items', items: 100, draws: shares(100, 0.6, 0.9) },
  { board: '60 to 90 % of 40 items', items: 40, draws: shares(40, 0.6, 0.9) },
  { board: '95 to 99 % of 40 items', items: 40, draws: shares(40, 0.95, 0.99) },
  { board: '90 to 98 % of 40 items', items: 40, draws: shares(40, 0.9, 0.98) },
]
const lengths: readonly (readonly [string, (random: Random) => number])[] = [
  ['24', () => 24],
  ['13 to 36', (random) => 13 + random.below(24)],
]

const steady = { good: 'high', aim: null, rebasedAt: [] } as const

/** What a release would say of the latest period. */
function saidOf(periods: Period[], items: number | null): Pick<ShareChart, 'variation' | 'isSlipped'> {
  if (items !== null)
    return chartOfShares(
      periods.map((period) => ({ ...period, n: items })),
      steady,
    )
  const { variation, slipped } = chartOf(periods, steady)
  return { variation, isSlipped: slipped !== null }
}

function rowOf(
  { board, items, draws }: Steady,
  [points, lengthOf]: (typeof lengths)[number],
  count: number,
): BoardRow {
  const random = randomOf(size)
  const seen = Array.from({ length: count }, () => {
    const made = draws.map((draw) => saidOf(steadySeries(lengthOf(random), draw, random), items))
    return {
      isSlipped: made.some(({ isSlipped }) => isSlipped),
      isBad: made.some(({ variation }) => variation === 'concerning'),
      isEither: made.some(({ variation }) => variation !== 'usual'),
    }
  })
  const rate = (is: keyof (typeof seen)[number]): Rate => rateOf(seen.filter((one) => one[is]).length, count)
  return { board, points, slipped: rate('isSlipped'), bad: rate('isBad'), either: rate('isEither') }
}

/**
 * What is said of the latest period of so many boards of 13 independent charts in which nothing happens, per sort of
 * board and number of points.
 */
export const boardRows = (count: number, isWanted = (_: string) => true): BoardRow[] =>
  boards
    .filter(({ board }) => isWanted(board))
    .flatMap((board) => lengths.map((length) => rowOf(board, length, count)))
