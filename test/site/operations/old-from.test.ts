import { expect, test } from 'vitest'
import { oldFrom } from '../../../site/operations/old-from.ts'
import { plainCalendar } from '../fixture-guidance.ts'

// Friday 20 November 2026, London on UTC
test.each([
  ['on a Tuesday: the day after next, in the morning', '2026-11-17T17:00:00.000Z', '2026-11-19T05:00:00.000Z'],
  ['on a Friday afternoon: not on Monday, but on Tuesday', '2026-11-20T17:00:00.000Z', '2026-11-24T05:00:00.000Z'],
  ['on a Saturday: as if on Monday at midnight', '2026-11-21T03:00:00.000Z', '2026-11-24T12:00:00.000Z'],
])('what was known last %s', (_, known, old) => {
  expect(oldFrom(known, plainCalendar)).toBe(old)
}) // biome-ignore format: a table

test('where no calendar tells of the day, every day counts', () => {
  expect(oldFrom('2026-11-20T17:00:00.000Z', undefined)).toBe('2026-11-22T05:00:00.000Z')
  expect(oldFrom('2046-11-16T17:00:00.000Z', plainCalendar)).toBe('2046-11-18T05:00:00.000Z')
})

test('where nothing ever opens it is old after three weeks', () => {
  expect(oldFrom('2026-11-20T17:00:00.000Z', { ...plainCalendar, stretches: [] })).toBe(
    '2026-12-11T17:00:00.000Z',
  )
})
