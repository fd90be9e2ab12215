import { describe, expect, test } from 'vitest'
import { raisedAt, raisedFault } from '../../../site/calculator/raised.ts'
import { plain } from '../plain.ts'
import { at, desk, wallOf } from './desk.ts'

describe('a wall time', () => {
  test.each([
    ['2026-11-23 14:05', '2026-11-23T14:05Z', null],
    ['2026-07-01 14:05', '2026-07-01T13:05Z', null],
    ['2026-03-29 00:59', '2026-03-29T00:59Z', null],
    ['2026-03-29 01:00', '2026-03-29T01:00Z', 'skipped'],
    ['2026-03-29 01:30', '2026-03-29T01:30Z', 'skipped'],
    ['2026-03-29 02:00', '2026-03-29T01:00Z', null],
    ['2026-10-25 00:59', '2026-10-24T23:59Z', null],
    ['2026-10-25 01:00', '2026-10-25T01:00Z', 'repeated'],
    ['2026-10-25 01:59', '2026-10-25T01:59Z', 'repeated'],
    ['2026-10-25 02:00', '2026-10-25T02:00Z', null],
  ])('%s in London is %s (%s)', (wall, instant, change) => {
    expect(raisedAt(desk.main, wallOf(wall))).toEqual({ at: Date.parse(instant), change })
  })
})

describe('what cannot be looked up', () => {
  const fault = (raised: string, now = '2026-11-23 10:00') =>
    plain(
      raisedFault(desk.main, raisedAt(desk.main, wallOf(raised)), at(now), 'Europe/London')?.words ?? null,
    )
  const future =
    'The date and time must be in the past. By this device’s clock it is Mon 23 Nov 2026, 10:00 in London.'
  test.each([
    ['this very moment', '2026-11-23 10:00', null],
    ['a minute ago', '2026-11-23 09:59', null],
    ['a minute from now', '2026-11-23 10:01', future],
    ['the first day of the calendar', '2025-10-16 00:00', null],
    ['the minute before it', '2025-10-15 23:59', 'This page knows working hours from Thu 16 Oct 2025, 00:00 on only. Enter a later date.'],
  ])('%s', (_, raised, words) => {
    expect(fault(raised)).toBe(words)
  }) // biome-ignore format: a table

  test('a time that comes twice, before its second coming', () => {
    const first = Temporal.Instant.from('2026-10-25T00:40Z').epochMilliseconds
    const raised = raisedAt(desk.main, wallOf('2026-10-25 01:30'))
    expect(raisedFault(desk.main, raised, first, 'Europe/London')).toEqual({
      field: 'time',
      words: 'The clocks go back, so this time comes twice. The later one is taken, and it has not come yet.',
    })
  })

  test('a time beyond the calendar, on a page that was not made anew for years', () => {
    expect(fault('2028-04-04 00:00', '2028-05-01 00:00')).toBe(
      'This page knows working hours up to Tue 4 Apr 2028, 00:00 only. Enter an earlier date.',
    )
  })
})
