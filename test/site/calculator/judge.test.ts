import { describe, expect, test } from 'vitest'
import { minutesOf } from '../../../site/calculator/counted.ts'
import { deskOf, judge } from '../../../site/calculator/judge.ts'
import { at, desk, spec } from './desk.ts'

const wall = (instant: number | null): string | null =>
  instant === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO('Europe/London')
        .toPlainDateTime()
        .toString()
        .slice(0, 16)
        .replace('T', ' ')
const judged = (level: string, raised: string, now = raised) => judge(desk, level, at(raised), at(now))

// the answer to P2 takes 4 business hours, its solution 1 business day; 24 Dec to 1 Jan is closed, 23 Dec closes at noon
describe('a target falls', () => {
  test.each([
    ['P1', 'elapsed, also at night', '2026-11-21 23:50', '2026-11-22 00:05', '2026-11-22 03:50'],
    ['P1', 'elapsed over a change of clocks', '2026-10-25 00:50', '2026-10-25 01:05', '2026-10-25 03:50'],
    ['P2', 'in a day', '2026-11-24 10:00', '2026-11-24 14:00', '2026-11-25 10:00'],
    ['P2', 'over a weekend', '2026-11-20 15:00', '2026-11-23 11:00', '2026-11-23 15:00'],
    ['P2', 'from the next opening', '2026-11-21 15:00', '2026-11-23 13:00', '2026-11-24 09:00'],
    ['P2', 'when a short day closes', '2026-12-22 15:00', '2026-12-23 11:00', '2026-12-23 12:00'],
    ['P2', 'after a closure', '2026-12-23 11:00', '2027-01-04 12:00', '2027-01-04 11:00'],
  ])('of %s %s', (level, _, raised, response, resolution) => {
    expect(judged(level, raised).map(({ due_at }) => wall(due_at))).toEqual([response, resolution])
  }) // biome-ignore format: a table

  test('nowhere where none is published', () => {
    expect(judged('P3', '2026-11-20 15:00')).toMatchObject([
      { rule: null, due_at: null, has_passed: false, days: null },
      { rule: null, due_at: null, has_passed: false, days: null },
    ])
  })

  test('nowhere before it was in force, and by the old one until its last minute', () => {
    const old = deskOf({
      ...spec,
      rules: spec.rules.map((rule) => ({
        ...rule,
        from: rule.from && '2026-04-01',
        to: rule.to && '2026-04-01',
      })),
    })
    const words = (raised: string) =>
      judge(old, 'P1', at(raised), at(raised)).map(({ rule }) => rule?.words ?? null)
    expect(words('2026-03-31 23:59')).toEqual(['30 min', null])
    expect(words('2026-04-01 00:00')).toEqual(['15 min', '4 h'])
  })

  test('beyond what the calendar tells', () => {
    const [response] = judge(desk, 'P2', at('2028-04-03 16:00'), at('2028-04-03 16:30'))
    expect(response).toMatchObject({ due_at: null, has_passed: false, days: null })
    expect(response?.rule?.words).toBe('4 business hours')
  })
})

test.each([
  ['2026-11-24 14:00', false],
  ['2026-11-24 13:59', false],
  ['2026-11-24 14:01', true],
])('at %s it has passed: %s', (now, has_passed) => {
  expect(judged('P2', '2026-11-24 10:00', now)[0]?.has_passed).toBe(has_passed)
})

test('the counted hours of a target in working hours are what it promises', () => {
  for (let hour = 0; hour < 24 * 60; hour++) {
    const raised = at('2026-11-01 00:00') + hour * 3_600_000
    const [response] = judge(desk, 'P2', raised, raised)
    expect(minutesOf(response?.days ?? [])).toBe(240)
  }
})
