import { describe, expect, test } from 'vitest'
import type { Figure, MeasureFile } from '../../../data/contract.ts'
import { howLong, lastMonth, leftOut, monthBefore, waiting } from '../../../site/sentences/acknowledged.ts'
import { asOf, full } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { figure, series, sharePoint } from '../fixture-make.ts'

const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null

const withFigures = (...figures: Figure[]): MeasureFile => ({ ...acknowledged(asOf), figures })
const withMonths = (
  ...months: [month: string, done: number, n: number, isComplete: boolean][]
): MeasureFile => ({
  ...acknowledged(asOf),
  series: [
    series(
      'within',
      'escalation',
      'share',
      'month',
      months.map(([month, done, n, isComplete]) =>
        sharePoint(`${month}-01`, `${month}-28`, done, n, isComplete),
      ),
    ),
  ],
})
const elapsed = { clock: 'elapsed', n: 100 } as const
const business = { clock: 'business', n: 100 } as const

describe('the last month', () => {
  test.each([
    ['nothing complete', withMonths(['2026-11', 3, 4, false]), null],
    ['a month without items', withMonths(['2026-10', 0, 0, true]), null],
    [
      'the first month',
      withMonths(['2026-10', 1, 1, true]),
      'In October 2026, 100 % of 1 escalation was acknowledged within 1 business day.',
    ],
    [
      'two months and one that runs',
      withMonths(['2026-09', 39, 53, true], ['2026-10', 15, 42, true], ['2026-11', 9, 9, false]),
      'In October 2026, 36 % of 42 escalations were acknowledged within 1 business day; in September 2026 it was 74 % of 53 escalations.',
    ],
  ])('%s', (_, measure, sentence) => {
    expect(plain(lastMonth(measure, '1 business day'))).toBe(sentence)
  })

  test('the month before it stands beside a headline', () => {
    expect(plain(monthBefore(withMonths(['2026-09', 39, 53, true], ['2026-10', 15, 42, true])))).toBe(
      'In September 2026 it was 74 % of 53 escalations.',
    )
    expect(monthBefore(withMonths(['2026-10', 15, 42, true]))).toBeNull()
  })
})

describe('how long it takes', () => {
  test.each([
    ['nothing known', withFigures(), null],
    [
      'a quantile that cannot be told',
      withFigures(figure('median', 'ticket', 'minutes', null, elapsed)),
      null,
    ],
    [
      'a median alone, as below 50 items',
      withFigures(figure('median', 'ticket', 'minutes', 21, elapsed)),
      'Half within 21 minutes of being raised, nights and weekends included.',
    ],
    [
      'both quantiles on both clocks',
      withFigures(
        figure('median', 'ticket', 'minutes', 1249, elapsed),
        figure('p90', 'ticket', 'minutes', 5785, elapsed),
        figure('median', 'ticket', 'minutes', 239, business),
        figure('p90', 'ticket', 'minutes', 1115, business),
      ),
      'Half within 21 hours and 9 in 10 within 4 days of being raised, nights and weekends included. Counting working time only: half within 4 working hours and 9 in 10 within 2½ working days.',
    ],
    [
      'a quantile that was not reached',
      withFigures(
        figure('median', 'ticket', 'minutes', 90, elapsed),
        figure('p90', 'ticket', 'minutes', 40_000, { ...elapsed, is_at_least: true }),
      ),
      'Half within 1½ hours and fewer than 9 in 10 within 28 days of being raised, nights and weekends included.',
    ],
    [
      'quantiles of a period',
      withFigures(
        figure('median', 'ticket', 'minutes', 90, { ...elapsed, from: '2025-11-21', to: '2026-11-20' }),
      ),
      'Of those raised since 21 Nov 2025: half within 1½ hours of being raised, nights and weekends included.',
    ],
  ])('%s', (_, measure, sentence) => {
    expect(plain(howLong(measure, 'ticket'))).toBe(sentence)
  })
})

describe('what waits', () => {
  test.each([
    ['not known', withFigures(), null],
    [
      'nothing',
      withFigures(figure('waiting_now', 'escalation', 'items', 0)),
      'No escalation waits to be acknowledged.',
    ],
    [
      'one',
      withFigures(
        figure('waiting_now', 'escalation', 'items', 1),
        figure('waiting_oldest', 'escalation', 'minutes', 4330, elapsed),
      ),
      '1 escalation waits to be acknowledged now; the longest wait so far is 3 days.',
    ],
    [
      'several, since when is not known',
      withFigures(figure('waiting_now', 'escalation', 'items', 7)),
      '7 escalations wait to be acknowledged now.',
    ],
  ])('%s', (_, measure, sentence) => {
    expect(plain(waiting(measure, 'escalation'))).toBe(sentence)
  })
})

test('what is left out is counted, and nothing is said where nothing is', () => {
  expect(leftOut(withFigures(), 'ticket')).toBeNull()
  expect(plain(leftOut(withFigures(figure('left_out', 'ticket', 'items', 1)), 'ticket'))).toBe(
    '1 ticket withdrawn or duplicate is left out.',
  )
  expect(plain(leftOut(full().measures[0] as MeasureFile, 'ticket'))).toBe(
    '12 tickets withdrawn or duplicate are left out; 3 have a date without a time and no part in the durations; 1 is acknowledged before being raised, a fault of the data counted as no time at all.',
  )
})
