import { expect, test } from 'vitest'
import type { Point, Series } from '../../../data/contract.ts'
import { headlineOf } from '../../../site/sentences/headline.ts'
import { series, sharePoint } from '../fixture-make.ts'
import { plain } from '../plain.ts'

const october = (done: number, n: number): Point => ({
  ...sharePoint('2026-10-01', '2026-10-31', done, n, true),
  low: 0.234,
  high: 0.5,
})
const monthly = (...points: Point[]): Series => series('within', 'escalation', 'share', 'month', points)
const perHundred: Series = {
  ...series('rate', 'ticket', 'per_100', 'week', [{ ...october(5, 297), value: 1.684, low: 0.7, high: 3.9 }]),
}
const inTime = 'acknowledged within 1 business day'

test.each<[string, Series, string, string | null]>([
  ['no period', monthly(), inTime, null],
  ['a period without items', monthly(sharePoint('2026-10-01', '2026-10-31', 0, 0, true)), inTime, null],
  [
    'a share',
    monthly(october(15, 42)),
    inTime,
    '36 % of 42 escalations, October 2026: acknowledged within 1 business day. Likely range 23 % to 50 %: the fewer the items, the wider.',
  ],
  [
    'a share without a range',
    monthly({ ...october(15, 42), low: null }),
    inTime,
    '36 % of 42 escalations, October 2026: acknowledged within 1 business day. –',
  ],
  [
    'two of three',
    monthly(october(2, 3)),
    inTime,
    '2 of 3 escalations, October 2026: acknowledged within 1 business day. Too few to read anything into.',
  ],
  [
    'none of one',
    monthly(october(0, 1)),
    inTime,
    '0 of 1 escalation, October 2026: acknowledged within 1 business day. Too few to read anything into.',
  ],
  [
    'a share of time',
    monthly(october(21, 42)),
    'of the open time with word in time',
    '50 % of the open time with word in time; 42 escalations, October 2026. Likely range 23 % to 50 %: the fewer the items, the wider.',
  ],
  [
    'a share of the time of three',
    monthly(october(1, 3)),
    'of the open time with word in time',
    '33 % of the open time with word in time; 3 escalations, October 2026. Too few to read anything into.',
  ],
  [
    'so many in a hundred',
    perHundred,
    'escalated',
    '1.7 in 100 of 297 tickets, week of 1 Oct 2026: escalated. Likely range 0.7 to 3.9 in 100: the fewer the items, the wider.',
  ],
])('%s', (_, of, label, sentence) => {
  const headline = headlineOf({ label, good: 'high', isWeighted: label.startsWith('of '), series: of })
  const said = headline && `${headline.words} ${headline.label}. ${headline.range ?? '–'}`
  expect(plain(said)).toBe(sentence)
})
