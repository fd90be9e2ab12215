import { type Chart, chartOf } from '../../../etl/trends/chart.ts'
import { rules } from '../../../etl/trends/xmr.ts'
import { normal, steadySeries } from './normal.ts'
import { randomOf } from './random.ts'

/** How often of how many, with Wilson's interval at 95 %. */
export interface Rate {
  readonly times: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

export function rateOf(times: number, of: number): Rate {
  const [z, share] = [1.959964, times / of]
  const centre = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const reach = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of)
  return { times, of, share, low: centre - reach, high: centre + reach }
}

export interface SingleRow {
  readonly points: number
  /** What is said of the latest point. */
  readonly said: string
  readonly rate: Rate
}

const latestSignals = ({ points }: Chart) => points.at(-1)?.signals ?? []
const questions: readonly (readonly [string, (chart: Chart) => boolean])[] = [
  ['any rule, on either side', (chart) => latestSignals(chart).length > 0],
  ['any rule, on the bad side', ({ variation }) => variation === 'concerning'],
  ['slipped', ({ slipped }) => slipped !== null],
  ...rules.map(
    (rule) =>
      [
        `${rule}, on either side`,
        (chart: Chart) => latestSignals(chart).some((one) => one.rule === rule),
      ] as const,
  ),
]

/**
 * What is said of the latest point of so many charts of normal data in which nothing happens. What is
 * published for 24 points, 1.6 %, is any rule on either side.
 */
export function singleChartRows(charts: number, lengths: readonly number[] = [24, 13, 36]): SingleRow[] {
  return lengths.flatMap((points) => {
    const random = randomOf(points)
    const times = questions.map(() => 0)
    for (let left = charts; left > 0; left -= 1) {
      const chart = chartOf(steadySeries(points, normal, random), { good: 'high', aim: null, rebasedAt: [] })
      questions.forEach(([, isSo], place) => {
        if (isSo(chart)) times[place] = (times[place] as number) + 1
      })
    }
    return questions.map(([said], place) => ({ points, said, rate: rateOf(times[place] as number, charts) }))
  })
}
