import { describe, expect, test } from 'vitest'
import { deskOf } from '../../../site/calculator/judge.ts'
import { raisedAt } from '../../../site/calculator/raised.ts'
import { type Result, resultOf } from '../../../site/calculator/result.ts'
import { plain } from '../plain.ts'
import { at, desk, spec, wallOf } from './desk.ts'

const asked = (
  level: string | null,
  raised: string,
  now: string,
  on = desk,
  ahead_minutes?: number,
): Result =>
  resultOf(on, {
    level,
    raised: raisedAt(on.main, wallOf(raised)),
    wall: wallOf(raised),
    now: at(now),
    ahead_minutes: ahead_minutes ?? (wallOf(now) - at(now)) / 60_000,
  })

const still =
  'You may still escalate if the problem does real harm to your work, or if you are not satisfied with the help so far.'
const anyway =
  'You may escalate if you are not satisfied with the help you had, or with how long it takes. You may also do so if the problem does real harm to your work.'

const summaries: [string, string | null, string, string, string][] = [
  ['both passed', 'P1', '2026-11-24 10:00', '2026-11-24 15:00', 'Both targets have passed. You may escalate.'],
  ['the first passed', 'P1', '2026-11-24 10:00', '2026-11-24 11:00', 'The target for a first answer has passed. The target for solving it has not passed yet. You may escalate.'],
  ['one passed that stands still while a ticket waits', 'P2', '2026-11-24 10:00', '2026-11-24 15:00', 'The target for a first answer has passed, unless your ticket waited. The target for solving it has not passed yet. You may escalate.'],
  ['neither passed', 'P1', '2026-11-24 10:00', '2026-11-24 10:15', `Neither target has passed yet. ${still}`],
  ['none published', 'P3', '2026-11-24 10:00', '2026-11-24 10:15', `No target is published for this level. ${anyway}`],
  ['all levels, none passed', null, '2026-11-24 10:00', '2026-11-24 10:01', `None of the 4 published targets has passed yet. ${still}`],
  ['all levels, one passed', null, '2026-11-24 10:00', '2026-11-24 10:30', `1 of the 4 published targets has passed. Which are yours depends on whom it affects. ${still}`],
  ['all levels, some passed', null, '2026-11-24 10:00', '2026-11-24 14:30', `3 of the 4 published targets have passed, unless your ticket waited. Which are yours depends on whom it affects. ${still}`],
  ['all levels, all passed', null, '2026-11-24 10:00', '2026-11-25 10:01', 'All 4 published targets have passed, unless your ticket waited. You may escalate.'],
] // biome-ignore format: a table
test.each(summaries)('with %s it says so', (_, level, raised, now, summary) => {
  expect(asked(level, raised, now).summary).toBe(summary)
})

test('where one of two is published both are named', () => {
  const only = deskOf({ ...spec, rules: spec.rules.filter(({ measure }) => measure === 'response') })
  expect(asked('P1', '2026-11-24 10:00', '2026-11-24 10:05', only).summary).toBe(
    `The target for a first answer has not passed yet. No target is published for solving it. ${still}`,
  )
})

test('where both stand still while a ticket waits it is said once', () => {
  const paused = deskOf({ ...spec, rules: spec.rules.map((rule) => ({ ...rule, is_paused: true })) })
  expect(asked('P1', '2026-11-24 10:00', '2026-11-25 10:00', paused).summary).toBe(
    'Both targets have passed, unless your ticket waited. You may escalate.',
  )
})

describe('of each target', () => {
  const [response, resolution] = asked('P2', '2026-11-20 15:00', '2026-11-23 12:00').groups[0]?.parts ?? []

  test('it says when it falls, and how long ago that was or is to go', () => {
    expect(plain(response?.due ?? '')).toBe('Mon 23 Nov 2026, 11:00')
    expect(plain(response?.verdict ?? '')).toBe('Passed 60 minutes ago, unless your ticket waited. If you had an answer before then, it was met.')
    expect(plain(resolution?.due ?? '')).toBe('Mon 23 Nov 2026, 15:00')
    expect(plain(resolution?.verdict ?? '')).toBe('Not passed yet: 3 hours to go.')
  }) // biome-ignore format: a table

  test('it says what the target is and how it is counted', () => {
    expect(response?.target).toBe('4 business hours: only working hours count')
    expect(resolution?.target).toBe('1 business day: only working days count')
    expect(resolution?.notes).toEqual([
      'It ends at the same time of day on the next working day, or when that day closes, if this is sooner.',
    ])
  })

  test('it says that waiting is not known where the target stands still meanwhile', () => {
    expect(response?.notes).toEqual([
      'Time in which your ticket waits, for a reply from you for instance, does not count. It is not known here, so the target may fall later.',
    ])
  })

  test('it says from when it counts where it was raised outside working hours', () => {
    const of = (level: string) => asked(level, '2026-11-20 18:00', '2026-11-23 12:00').groups[0]?.parts[1]?.notes.map(plain)
    expect(of('P2')).toEqual([
      'It ends at the same time of day on the next working day, or when that day closes, if this is sooner.',
      'It was raised outside working hours, so it counts from Mon 23 Nov 2026, 09:00.',
    ])
    expect(of('P1')).toEqual([])
  }) // biome-ignore format: a long row

  test('it shows the hours and what they come to', () => {
    expect(response?.lines).toHaveLength(3)
    expect([plain(response?.total ?? ''), plain(resolution?.total ?? '')]).toEqual(['4 h', '8 h'])
  })

  test('where the calendar ends before, it says that', () => {
    const [part] = asked('P2', '2028-04-03 16:00', '2028-04-03 16:30').groups[0]?.parts ?? []
    expect(part?.due).toBeNull()
    expect(plain(part?.verdict ?? '')).toBe(
      'It falls after Tue 4 Apr 2028, 00:00. Working hours are not known here beyond that.',
    )
  })
})

describe('of clocks', () => {
  const notes = (raised: string, now: string, ahead?: number) =>
    asked('P1', raised, now, desk, ahead).notes.map(plain)

  test('it says what time it is, and how long it has been', () => {
    expect(notes('2026-11-24 10:00', '2026-11-25 11:00')).toEqual([
      'By this device’s clock it is now Wed 25 Nov 2026, 11:00. That is 25 hours after it was raised, 9 h of them in working hours.',
    ])
  })

  test('a time that never was is told', () => {
    expect(notes('2026-03-29 01:30', '2026-11-25 11:00')).toContain(
      'The clocks went forward that night, so there was no 01:30: 02:30 is taken instead.',
    )
  })

  test('a time that came twice is told', () => {
    expect(notes('2026-10-25 01:30', '2026-11-25 11:00')).toContain(
      'The clocks went back that night, so 01:30 came twice: the later one is taken.',
    )
  })

  test('a reader in another zone is told whose times these are', () => {
    expect(notes('2026-11-24 10:00', '2026-11-25 11:00', 540)).toContain(
      'All times here are London time. Your device is set to another time zone, where it is Wed 25 Nov 2026, 20:00.',
    )
  })

  test('a clock that is behind the page itself is told to be wrong', () => {
    expect(notes('2026-11-19 10:00', '2026-11-20 11:00')).toContain(
      'Your device’s clock is wrong: this page was made on Sat 21 Nov 2026, 03:00. So what it calls passed may not be right.',
    )
  })
})
