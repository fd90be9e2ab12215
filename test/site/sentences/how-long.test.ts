import { expect, test } from 'vitest'
import type { Quantile, ToldTime } from '../../../site/measure/told.ts'
import { howLong } from '../../../site/sentences/how-long.ts'
import { plain } from '../plain.ts'

const at = (value: number | null, is_at_least = false): Quantile => ({
  value,
  n: 100,
  low: null,
  high: null,
  is_at_least,
})
const time = (
  clock: 'elapsed' | 'business',
  half: Quantile | null,
  nine: Quantile | null,
  more: Partial<ToldTime> = {},
): ToldTime => ({
  id: 'done',
  item_kind: 'ticket',
  clock,
  label: 'time to acknowledge',
  half,
  nine,
  n: 1_472,
  since: null,
  points: [],
  ...more,
})
const redirect = { id: 'redirect', label: 'time to redirect', n: 1, since: '2025-11-21' }

test.each<[string, ToldTime[], string[]]>([
  ['nothing', [], []],
  ['of the other kind', [time('elapsed', at(90), null, { item_kind: 'escalation' })], []],
  ['quantiles that cannot be told', [time('elapsed', at(null), null), time('business', null, at(null))], []],
  [
    'half alone, as of few items',
    [time('elapsed', at(21), null)],
    ['Time to acknowledge, of 1,472 tickets: half within 21 minutes, nights and weekends included.'],
  ],
  [
    'both on both clocks',
    [time('elapsed', at(1_249), at(5_785)), time('business', at(239), at(1_115))],
    [
      'Time to acknowledge, of 1,472 tickets: half within 21 hours and 9 in 10 within 4 days, nights and weekends included. Counting working time only: half within 4 working hours and 9 in 10 within 2½ working days.',
    ],
  ],
  [
    'working time alone',
    [time('business', at(239), null)],
    ['Time to acknowledge, of 1,472 tickets: counting working time only, half within 4 working hours.'],
  ],
  [
    'not reached',
    [time('elapsed', at(90), at(40_000, true))],
    [
      'Time to acknowledge, of 1,472 tickets: half within 1½ hours and fewer than 9 in 10 within 28 days, nights and weekends included.',
    ],
  ],
  [
    'two times, one of a single ticket since a day',
    [time('elapsed', at(90), null), time('elapsed', at(30), null, redirect)],
    [
      'Time to acknowledge, of 1,472 tickets: half within 1½ hours, nights and weekends included.',
      'Time to redirect, of 1 ticket raised since 21 Nov 2025: half within 30 minutes, nights and weekends included.',
    ],
  ],
])('%s', (_, times, sentences) => {
  expect(howLong(times, 'ticket').map(plain)).toEqual(sentences)
})
