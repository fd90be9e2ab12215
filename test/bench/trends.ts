import { boardRows } from './trends/board.ts'
import { frontierRows, type GroupingRow, groupingRows, worldsOf } from './trends/grouping.ts'
import { nullRows } from './trends/null-worlds.ts'
import { powerRows } from './trends/power.ts'
import { type Rate, singleChartRows } from './trends/single-chart.ts'
import { table } from './trends/table.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const withInterval = ({ share, low, high }: Rate): string =>
  `${percent(share)} (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`

const groupingTable = (rows: readonly GroupingRow[]): string[] =>
  table(
    ['grouping', 'precision', 'recall', 'near misses merged'],
    rows.map(({ way, score: { precision, recall, merged } }) => [
      way,
      precision.toFixed(3),
      recall.toFixed(3),
      merged.toFixed(2),
    ]),
  )

/** Runs a part and says how long it took. */
async function timed(title: string, make: () => Promise<string[]> | string[]): Promise<string[]> {
  const began = performance.now()
  const lines = await make()
  return [`### ${title}`, '', ...lines, '', `${((performance.now() - began) / 1000).toFixed(1)} s`, '']
}

const grouping = async (): Promise<string[]> => {
  const worlds = await worldsOf(12)
  return [...groupingTable(groupingRows(worlds)), '', ...groupingTable(frontierRows(worlds))]
}

const singles = (worlds: number): string[] =>
  table(
    ['points', 'said of the latest point', 'charts'],
    singleChartRows(40 * worlds).map(({ points, said, rate }) => [String(points), said, withInterval(rate)]),
  )

const boards = (worlds: number): string[] =>
  table(
    ['board of 13', 'points', 'something slipped', 'any rule, bad side', 'any rule, either side'],
    boardRows(10 * worlds).map(({ board, points, slipped, bad, either }) => [
      board,
      points,
      withInterval(slipped),
      withInterval(bad),
      withInterval(either),
    ]),
  )

const nulls = (worlds: number): string[] =>
  table(
    ['nothing happens in', 'looked at', 'nights', 'nights on which anything is called'],
    nullRows(worlds).map(({ world, watch, nights, rate }) => [world, watch, nights, withInterval(rate)]),
  )

const powers = (worlds: number): string[] =>
  table(
    ['world', 'looked at', 'tickets a week', 'last year known', 'called in time'],
    powerRows(2 * worlds).map(
      ({ world, watch, change: { from, to, withinWeeks }, isLastYearKnown, rate }) => [
        world,
        watch,
        `${from} → ${to}, within ${withinWeeks} weeks`,
        isLastYearKnown ? 'yes' : 'no',
        withInterval(rate),
      ],
    ),
  )

/** What trends are worth: seeded, so that every run gives the same but for the seconds. `worlds`: 500 in full. */
export const benchTrends = async (worlds: number): Promise<string[]> => [
  ...(await timed('Recurring issues: 12 labelled worlds, B-cubed', grouping)),
  ...(await timed('False alarms: groups in which nothing happens', () => nulls(worlds))),
  ...(await timed('Power: one of 60 groups changes', () => powers(worlds))),
  ...(await timed('One steady chart of normal data', () => singles(worlds))),
  ...(await timed('Steady boards of 13 charts', () => boards(worlds))),
]
