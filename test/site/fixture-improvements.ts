/** Changes and decisions of the hand-made release. */
import type { MeasureFile } from '../../data/contract.ts'
import { charted } from './fixture-chart.ts'
import { column, figure, series, sharePoint, weeks, wobble } from './fixture-make.ts'

const weekly = (key: string, day: string, reason: string) => {
  const points = weeks(53).map(({ from, to, isLast }, place) => {
    const point = sharePoint(from, to, 3 + Math.round(9 * wobble(place)), 250, !isLast)
    return { ...point, value: 100 * (point.value ?? 0), low: null, high: null }
  })
  const rate = series('rate', 'ticket', 'per_100', 'week', points, key)
  return charted(rate, { good: 'neutral', anew: { day, reason } })
}

/** One change that worked, one without effect and one too early; one decision that is due. */
export const improvements = (asOf: string): MeasureFile => {
  const change = (
    key: string,
    label: string,
    day: string,
    values: Record<string, number | string | null>,
  ) => ({
    key,
    label,
    n: 100,
    values: { day, kind: 'improvement', affects: 'category Printing', ...values },
    counts: {},
  })
  const counts = (before: number, after: number, ratio: number, verdict: string) => ({
    count_before: before,
    all_before: 2_900,
    count_after: after,
    all_after: 2_800,
    ratio,
    ratio_low: ratio * 0.7,
    ratio_high: ratio * 1.4,
    verdict,
  })
  const action = (key: string, label: string, values: Record<string, number | string | null>) => ({
    key,
    label,
    n: 100,
    values: {
      decided_on: '2026-05-29',
      promise: 'owned',
      expected: 'Fewer days without an owner.',
      ...values,
    },
    counts: {},
  })
  const columnsOf = (rows: { values: Record<string, unknown> }[]) =>
    Object.keys(rows[0]?.values ?? {}).map((id) =>
      column(id, id.startsWith('share') ? 'share' : id.startsWith('ratio') ? 'ratio' : 'text'),
    )
  const changes = [
    change('0', 'New print servers', '2025-02-24', counts(106, 32, 0.32, 'fewer')),
    change('1', 'Clean-up tool on all desktops', '2026-02-16', counts(82, 91, 1.16, 'no_clear_change')),
    change('2', 'New lectern PCs', '2026-11-02', { verdict: 'too_early' }),
  ]
  const actions = [
    action('0', 'No escalation changes teams before the next owner is named', {
      review_on: '2026-09-30',
      is_due: 'yes',
      share_before: 0.65,
      share_after: 0.68,
      difference_low: -0.13,
      difference_high: 0.17,
      verdict: 'no_clear_change',
    }),
    action('1', 'Survey of the wireless network', {
      decided_on: '2026-11-13',
      review_on: null,
      is_due: 'no',
      verdict: 'not_told',
    }),
  ]
  const table = (id: string, by: string, rows: MeasureFile['breakdowns'][number]['rows']) => ({
    id,
    by,
    item_kind: 'ticket' as const,
    columns: columnsOf(rows),
    rows,
  })
  return {
    id: 'improvements',
    as_of: asOf,
    known_until: asOf,
    can_be_told: { answer: 'yes', by_source: [] },
    headline: figure('worked', 'ticket', 'items', 1, { n: 3 }),
    figures: [figure('worked', 'ticket', 'items', 1, { n: 3 })],
    series: [weekly('1', '2026-02-16', 'Clean-up tool on all desktops')],
    curves: [],
    breakdowns: [table('changes', 'change', changes), table('actions', 'action', actions)],
    definition: {
      title: 'Improvements',
      sentence: 'What was changed, and whether it worked.',
      how: ['Eight whole weeks before and after.'],
      figures: [],
      good: 'neutral',
      method: null,
    },
  }
}
