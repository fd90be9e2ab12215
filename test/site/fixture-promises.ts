/** The promises that are told by shares, each made from a few words. */
import type { Breakdown, Chart, Definition, ItemKind, MeasureFile, Series } from '../../data/contract.ts'
import { charted, compared } from './fixture-chart.ts'
import { column, figure, months, series, sharePoint, weeks, wobble } from './fixture-make.ts'

type Good = Definition['good']
export type Share = {
  id: string
  label: string
  good: Good
  kind: ItemKind
  unit?: 'per_100'
  /** About what it is, and in the last complete period. */
  usual: number
  last?: number
  aim?: Chart['aim']
  /** Too rare for limits. */
  isRare?: true
}
/** A count of now with the minutes of its oldest, by the words of what it waits for. */
export type Waiting = { id: string; label: string; kind: ItemKind; now: number; oldest: number }
type Made = { id: string; title: string; sentence: string; shares: Share[]; waiting?: Waiting[] | undefined }

const n = (place: number, kind: ItemKind): number =>
  Math.round((kind === 'ticket' ? 300 : 45) * (0.7 + 0.6 * wobble(place)))

const seriesOf = (
  { id, kind, unit, usual, last = usual, aim = null, good, isRare }: Share,
  seed: number,
): Series => {
  const spans = kind === 'ticket' ? weeks(110) : months(26)
  const whole = unit === 'per_100' ? 100 : 1
  const points = spans.map(({ from, to, isLast }, place) => {
    const items = n(place + seed, kind)
    const share = place === spans.length - 2 ? last : usual * (0.95 + 0.1 * wobble(place * 3 + seed))
    const point = sharePoint(from, to, Math.round(items * Math.min(1, share)), items, !isLast)
    return unit === undefined ? point : { ...point, value: (point.value ?? 0) * whole, low: null, high: null }
  })
  const made = series(id, kind, unit ?? 'share', kind === 'ticket' ? 'week' : 'month', points)
  return isRare ? compared(made, 'kept', 1, 38) : charted(made, { good, aim })
}

export const departments = [
  'School of Law',
  'School of Mathematical Sciences',
  'Library',
  'Blizard Institute',
]
export const teams = ['Service Desk', 'Network', 'AV', 'Desktop', 'Identity', 'Small teams']

const breakdownOf = (by: 'team' | 'department', kind: ItemKind, shares: readonly Share[]): Breakdown => ({
  id: `by_${by}`,
  by,
  item_kind: kind,
  from: '2025-11-21',
  to: '2026-11-20',
  columns: [
    column('items', 'items'),
    ...shares.flatMap(({ id, unit }) => [
      column(id, unit ?? 'share'),
      ...(by === 'team' ? [column(`${id}_stands`, 'text')] : []),
    ]),
  ],
  rows: (by === 'team' ? teams : departments).map((label, place) => {
    const items = kind === 'ticket' ? 900 - 150 * place : 76 - 14 * place
    const values = shares.flatMap(({ id, usual, unit }, nth) => {
      const isApart = place === 1 && nth === 0
      const value = Math.max(0, Math.min(1, usual * (isApart ? 0.6 : 1))) * (unit === 'per_100' ? 100 : 1)
      const stands = place === 5 ? null : isApart ? 'lower' : 'usual'
      return [[id, value], ...(by === 'team' ? [[`${id}_stands`, stands]] : [])] as [
        string,
        number | string | null,
      ][]
    })
    const counts = Object.fromEntries(values.map(([id]) => [id, items]))
    return {
      key: label.toLowerCase().replaceAll(' ', '-'),
      label,
      n: items,
      values: { items, ...Object.fromEntries(values) },
      counts,
    }
  }),
})

/** A measure of shares over time, with what waits now, by team and by department. */
export const shareMeasure = (made: Made, asOf: string): MeasureFile => {
  const { id, title, sentence, shares, waiting = [] } = made
  const all = shares.map((share, place) => ({ share, of: seriesOf(share, 10 * place + id.length) }))
  const [first] = all
  const last = first?.of.points.at(-2)
  const kinds = [...new Set(shares.map(({ kind }) => kind))]
  return {
    id,
    as_of: asOf,
    known_until: asOf,
    can_be_told: {
      answer: 'yes',
      by_source: kinds.map((kind) => ({
        source: kind === 'ticket' ? 'incidents' : 'escalation-log',
        item_kind: kind,
        answer: 'yes',
        missing: [],
      })),
    },
    headline:
      first === undefined
        ? null
        : figure(first.share.id, first.share.kind, first.of.unit, last?.value ?? null, { n: last?.n ?? 0 }),
    figures: [
      ...shares.map(({ id: of, kind, unit, usual }) =>
        figure(`${of}_365_days`, kind, unit ?? 'share', unit === 'per_100' ? usual * 100 : usual, { n: 591 }),
      ),
      ...waiting.flatMap(({ id: of, kind, now, oldest }) => [
        figure(`${of}_now`, kind, 'items', now, { n: now }),
        figure(`${of}_oldest`, kind, 'minutes', oldest, { n: now, clock: 'elapsed' }),
      ]),
      ...kinds.map((kind) => figure('left_out', kind, 'items', 12, { n: 1_472 })),
    ],
    series: all.map(({ of }) => of),
    curves: [],
    breakdowns: kinds.flatMap((kind) => {
      const own = shares.filter((share) => share.kind === kind)
      return [breakdownOf('team', kind, own), breakdownOf('department', kind, own)]
    }),
    definition: {
      title,
      sentence,
      how: ['As its sentence says.'],
      figures: [
        ...new Map(
          [...shares, ...waiting.map((one) => ({ ...one, good: 'high' as const }))].map(
            ({ id: of, label, good }) => [of, { id: of, label, good, is_weighted: of === 'heard' }],
          ),
        ).values(),
      ],
      good: first?.share.good ?? 'neutral',
      method: null,
    },
  }
}
