/** Made-up series and looks for the tests of charts. */
import type { Series } from '../../../data/contract.ts'
import type { Look } from '../../../site/charts/input.ts'

/** A look at a width, in plain colours. */
export const lookAt = (width: number): Look => ({
  ink: 'black',
  muted: 'grey',
  rule: 'silver',
  accent: 'navy',
  paper: 'white',
  font: 'sans-serif',
  fontSize: 13,
  width,
  isForced: false,
})

const dayMilliseconds = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10)

/** Weeks with these shares of ten tickets each, the last of them not complete. */
export const weeksOf = (values: (number | null)[], chart: Series['chart'] = null): Series => ({
  id: 'within',
  item_kind: 'ticket',
  scope: 'all',
  clock: null,
  period: 'week',
  unit: 'share',
  of: null,
  chart,
  points: values.map((value, place) => ({
    from: dayAfter('2026-01-05', 7 * place),
    to: dayAfter('2026-01-11', 7 * place),
    value,
    n: 10,
    low: value === null ? null : Math.max(0, value - 0.1),
    high: value === null ? null : Math.min(1, value + 0.1),
    is_complete: place < values.length - 1,
  })),
})

type Chart = NonNullable<Series['chart']>

/** Limits of 60 % to 90 % from the first week on, with what is broken. */
export const limits = (signals: Chart['signals'] = [], more: Partial<Chart> = {}): Chart => ({
  method: 'limits',
  segments: [
    {
      from: '2026-01-05',
      to: '2026-12-27',
      reasons: [],
      points: 20,
      mean: 0.75,
      lower: 0.6,
      upper: 0.9,
      is_provisional: false,
    },
  ],
  signals,
  comparison: null,
  latest: null,
  variation: 'usual',
  rule: null,
  assurance: null,
  aim: null,
  slipped: null,
  told_from: null,
  ...more,
})

export const nothingKnown = { changes: [], terms: [] }

/** No-break spaces as plain ones. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

export const there = <Thing>(thing: Thing | null | undefined): Thing => {
  if (thing == null) throw new Error('missing in what is given')
  return thing
}
