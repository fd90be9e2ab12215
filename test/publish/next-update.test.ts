import { expect, test } from 'vitest'
import { nextUpdateDueAt } from '../../etl/publish/next-update.ts'

test.each([
  ['after a night on time: tomorrow', '2026-11-21T03:00:20Z', '03:00', '2026-11-22T03:00:00.000Z'],
  ['after a run by day: next night', '2026-11-21T14:30:00Z', '03:00', '2026-11-22T03:00:00.000Z'],
  ['an hour before: the same night', '2026-11-21T02:00:00Z', '03:00', '2026-11-21T03:00:00.000Z'],
  ['less than an hour before: the night after', '2026-11-21T02:00:01Z', '03:00', '2026-11-22T03:00:00.000Z'],
  ['by local clocks in summer', '2026-07-01T12:00:00Z', '03:00', '2026-07-02T02:00:00.000Z'],
  ['when the hour before midnight is a new day', '2026-11-21T23:10:00Z', '00:00', '2026-11-23T00:00:00.000Z'],
  ['before clocks go forward: 23 hours on', '2026-03-28T03:00:00Z', '03:00', '2026-03-29T02:00:00.000Z'],
  ['at a time that clocks skip: the later', '2026-03-28T03:00:00Z', '01:30', '2026-03-29T01:30:00.000Z'],
  [
    'at a time that clocks show twice: the later',
    '2026-10-24T03:00:00Z',
    '01:30',
    '2026-10-25T01:30:00.000Z',
  ],
])('%s', (_, finished, at, due) => {
  expect(nextUpdateDueAt(finished, at, 'Europe/London')).toBe(due)
})

test('where local days are far from those of UTC', () => {
  expect(nextUpdateDueAt('2026-11-21T12:30:00Z', '03:00', 'Pacific/Auckland')).toBe(
    '2026-11-21T14:00:00.000Z',
  )
})
