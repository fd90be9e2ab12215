/** Series with a chart that says what a test wants it to say. */
import type { Chart, Series } from '../../data/contract.ts'
import { chartOf } from './fixture-chart.ts'
import { series, sharePoint } from './fixture-make.ts'

export const month = { kind: 'escalation', period: 'month', from: '2026-10-01', to: '2026-10-31' } as const
export const week = { kind: 'ticket', period: 'week', from: '2026-11-09', to: '2026-11-15' } as const
type When = typeof month | typeof week

export const base: Chart = {
  ...chartOf(series('x', 'escalation', 'share', 'month', [])),
  segments: [
    {
      from: '2024-10-01',
      to: '2026-11-30',
      reasons: [],
      points: 25,
      mean: 0.75,
      lower: 0.48,
      upper: 1,
      is_provisional: false,
    },
  ],
  latest: '2026-10-01',
  variation: 'usual',
  told_from: null,
}
export const of = (when: When, chart: Partial<Chart> | null, n = 42, unit: Series['unit'] = 'share') => ({
  ...series('x', when.kind, unit, when.period, [sharePoint(when.from, when.to, Math.round(n / 3), n, true)]),
  chart: chart === null ? null : { ...base, latest: when.from, ...chart },
})
export const breaks = (
  when: When,
  rule: Chart['rule'],
  side: 'up' | 'down',
  variation: Chart['variation'],
  more: Partial<Chart> = {},
) => of(when, { variation, rule, signals: [{ from: when.from, rule: rule ?? 'shift', side }], ...more })
export const beyond = { slipped: 'beyond_limit' } as const
export const twice = { slipped: 'two_running' } as const
export const rare = (
  of: 'kept' | 'not_kept',
  later: number,
  earlier: number,
  more: Partial<Chart> = {},
  p_higher = 1,
): Partial<Chart> => ({
  method: 'comparison',
  segments: [],
  comparison: {
    of,
    later: { count: later, exposure: 42 },
    earlier: { count: earlier, exposure: 1_050 },
    p_higher,
    p_lower: 1,
  },
  ...more,
})
export const segment = (points: number, reasons: string[] = []) => [
  { ...(base.segments[0] as Chart['segments'][number]), points, reasons, is_provisional: true },
]
