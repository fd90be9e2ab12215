import type { Breakdown, Curve, Figure, ItemKind, MeasureFile } from '../../data/contract.ts'
import { charted } from './fixture-chart.ts'
import { column, figure, months, series, sharePoint, weeks, wobble } from './fixture-make.ts'

const curve = (kind: ItemKind, clock: 'elapsed' | 'business'): Curve => ({
  id: 'done_by',
  item_kind: kind,
  clock,
  n: kind === 'ticket' ? 39_000 : 1_472,
  points: Array.from({ length: 400 }, (_, index) => {
    const share = (index + 1) / 402
    const minutes = (clock === 'elapsed' ? 95 : 48) * (share / (1 - share)) ** 1.5
    return { minutes, share, low: share - 0.02, high: Math.min(1, share + 0.02) }
  }),
})

const figures = (kind: ItemKind): Figure[] => {
  const n = kind === 'ticket' ? 39_000 : 1_472
  return [
    figure('within', kind, 'share', 0.9146341463414634, { n: 41 }),
    figure('within_365_days', kind, 'share', 0.9, { n }),
    figure('median', kind, 'minutes', 96.5, { n, clock: 'elapsed', low: 80, high: 120 }),
    figure('median', kind, 'minutes', 48, { n, clock: 'business' }),
    figure('p90', kind, 'minutes', 5785, { n, clock: 'elapsed' }),
    figure('p90', kind, 'minutes', 1460, { n, clock: 'business' }),
    figure('waiting_now', kind, 'items', kind === 'ticket' ? 31 : 7, { n }),
    figure('waiting_oldest', kind, 'minutes', 4330, { n: 7, clock: 'elapsed' }),
    figure('waiting_oldest', kind, 'minutes', 900, { n: 7, clock: 'business' }),
    figure('items', kind, 'items', n, { n }),
    figure('left_out', kind, 'items', 12, { n }),
    figure('date_only', kind, 'items', 3, { n }),
    figure('negative_acknowledge', kind, 'items', 1, { n }),
  ]
}

const names: Record<string, string[]> = {
  by_service: [
    'Eduroam Wi-Fi',
    'E-mail and calendar',
    'AV & teaching rooms',
    'Accounts & passwords',
    'Printing',
    'Virtual learning environment',
    'Desktops & laptops',
  ],
  by_priority: ['P1', 'P2', 'P3', 'P4'],
  by_team: ['Service Desk', 'Network', 'AV', 'Desktop', 'Identity', 'small teams'],
  by_category: Array.from({ length: 19 }, (_, index) => `Category ${index + 1}`),
  by_department: ['School of Law', 'School of Mathematical Sciences', 'Library', 'Blizard Institute'],
}

const breakdown = (id: string, kind: ItemKind): Breakdown => ({
  id,
  by: id.replace('by_', ''),
  item_kind: kind,
  columns: [
    column('items', 'items'),
    column('within', 'share'),
    ...(id === 'by_team' ? [column('within_stands', 'text')] : []),
    column('median', 'minutes', 'elapsed'),
    column('waiting_now', 'items'),
  ],
  rows: (names[id] ?? []).map((label, index) => {
    const n = Math.round(400 / (index + 1))
    const isFew = n < 30
    return {
      key: label.toLowerCase().replaceAll(' ', '-'),
      label,
      n,
      values: {
        items: n,
        within: isFew ? null : 0.7 + 0.29 * wobble(index),
        ...(id === 'by_team' ? { within_stands: index === 1 ? 'lower' : 'usual' } : {}),
        median: isFew ? null : 40 + 500 * wobble(index + 9),
        waiting_now: index % 3,
      },
      counts: {},
    }
  }),
})

/** Escalations by month and tickets by week, with a month in which it slipped. */
export const acknowledged = (asOf: string): MeasureFile => {
  const byMonth = months(26).map(({ from, to, isLast }, index) => {
    const n = isLast ? 22 : 35 + Math.round(20 * wobble(index))
    const rate = index === 23 ? 0.71 : 0.86 + 0.12 * wobble(index + 50)
    return sharePoint(from, to, Math.round(n * rate), n, !isLast)
  })
  const byWeek = weeks(110).map(({ from, to, isLast }, index) => {
    const n = 200 + Math.round(250 * wobble(index))
    return sharePoint(from, to, Math.round(n * (0.88 + 0.09 * wobble(index + 7))), n, !isLast)
  })
  const last = byMonth.at(-2)
  return {
    id: 'acknowledged',
    as_of: asOf,
    known_until: asOf,
    can_be_told: {
      answer: 'yes',
      by_source: [
        { source: 'incidents', item_kind: 'ticket', answer: 'yes', missing: [] },
        { source: 'escalation-log', item_kind: 'escalation', answer: 'yes', missing: [] },
      ],
    },
    headline: figure('within', 'escalation', 'share', last?.value ?? null, {
      n: last?.n ?? 0,
      low: last?.low ?? null,
      high: last?.high ?? null,
    }),
    figures: [...figures('escalation'), ...figures('ticket')],
    series: [
      charted(series('within', 'escalation', 'share', 'month', byMonth), {
        aim: { value: 0.8, set_by: 'the board' },
      }),
      charted(series('within', 'ticket', 'share', 'week', byWeek)),
    ],
    curves: (['escalation', 'ticket'] as const).flatMap((kind) => [
      curve(kind, 'elapsed'),
      curve(kind, 'business'),
    ]),
    breakdowns: (['escalation', 'ticket'] as const).flatMap((kind) =>
      Object.keys(names).map((id) => breakdown(id, kind)),
    ),
    definition: {
      title: 'Acknowledged',
      sentence: 'The share of escalations that someone acknowledged within a fixed time.',
      how: [
        'From the receipt to the earliest reply that the requester can see.',
        'Still waiting is not missing: it counts for as long as it has waited.',
      ],
      figures: [
        { id: 'within', label: 'acknowledged within the fixed time', good: 'high', is_weighted: false },
        { id: 'done', label: 'time to acknowledge', good: 'high', is_weighted: false },
        { id: 'waiting', label: 'waiting for acknowledgement', good: 'high', is_weighted: false },
      ],
      good: 'high',
      method: 'Kaplan-Meier',
    },
  }
}
