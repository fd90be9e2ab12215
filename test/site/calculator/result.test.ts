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

const summaryOf = (...given: Parameters<typeof asked>): [string | null, string] => {
  const { headline, further } = asked(...given).summary
  return [plain(headline), further]
}

const harm = 'if the problem does real harm to your work, or if you are not satisfied with the help so far.'
const also = `You may also escalate ${harm}`
const still = `You may still escalate ${harm}`
const anyway =
  'You may escalate if you are not satisfied with the help you had, or with how long it takes. You may also do so if the problem does real harm to your work.'

const answered = 'If you had no answer by then, it was missed: you may escalate.'
const either = 'If you had no answer by the first time, or it was not solved by the second, you may escalate.'
const summaries: [string, string | null, string, string, string, string][] = [
  ['both passed', 'P1', '2026-11-24 10:00', '2026-11-24 15:00', `The target for a first answer fell due at 10:15 today, and the target for solving it at 14:00 today. ${either}`, also],
  ['both passed, one yesterday', 'P1', '2026-11-23 22:00', '2026-11-24 03:00', `The target for a first answer fell due at 22:15 yesterday, and the target for solving it at 02:00 today. ${either}`, also],
  ['both passed, one of which stands still while a ticket waits', 'P2', '2026-11-20 15:00', '2026-11-24 15:00', `The target for a first answer fell due at 11:00 yesterday, unless your ticket waited, and the target for solving it at 15:00 yesterday. ${either}`, also],
  ['the first passed', 'P1', '2026-11-24 10:00', '2026-11-24 11:00', `The target for a first answer fell due at 10:15 today. ${answered} The target for solving it falls due at 14:00 today.`, also],
  ['one passed that stands still while a ticket waits', 'P2', '2026-11-24 10:00', '2026-11-24 15:00', `The target for a first answer fell due at 14:00 today, unless your ticket waited. ${answered} The target for solving it falls due at 10:00 tomorrow.`, also],
  ['one passed before the weekend', 'P2', '2026-11-20 12:00', '2026-11-23 11:00', `The target for a first answer fell due at 16:00 on Fri 20 Nov 2026, unless your ticket waited. ${answered} The target for solving it falls due at 12:00 today.`, also],
  ['neither passed', 'P1', '2026-11-24 10:00', '2026-11-24 10:15', 'Neither target has passed yet.', still],
  ['none published', 'P3', '2026-11-24 10:00', '2026-11-24 10:15', 'No target is published for this level.', anyway],
  ['one passed and one beyond the calendar', 'P2', '2028-04-03 09:00', '2028-04-03 13:30', `The target for a first answer fell due at 13:00 today, unless your ticket waited. ${answered} The target for solving it has not passed yet.`, also],
  ['all levels, none passed', null, '2026-11-24 10:00', '2026-11-24 10:01', 'None of the 4 published targets has passed yet.', still],
  ['all levels, one passed', null, '2026-11-24 10:00', '2026-11-24 10:30', '1 of the 4 published targets has passed. Which are yours depends on whom it affects.', still],
  ['all levels, some passed', null, '2026-11-24 10:00', '2026-11-24 14:30', '3 of the 4 published targets have passed, unless your ticket waited. Which are yours depends on whom it affects.', still],
  ['all levels, all passed', null, '2026-11-24 10:00', '2026-11-25 10:01', 'All 4 published targets have passed, unless your ticket waited. If you had no answer in time, or it was not solved in time, you may escalate.', also],
] // biome-ignore format: a table
test.each(summaries)('with %s it says so', (_, level, raised, now, headline, further) => {
  expect(summaryOf(level, raised, now)).toEqual([headline, further])
})

const onlyOf = (measure: 'response' | 'resolution') =>
  deskOf({ ...spec, rules: spec.rules.filter((rule) => rule.measure === measure) })

const ofOne: ['response' | 'resolution', string | null, string, string, string][] = [
  ['response', 'P1', '2026-11-24 10:05', 'The target for a first answer falls due at 10:15 today. No target is published for solving it.', still],
  ['resolution', 'P1', '2026-11-24 15:00', 'No target is published for a first answer. The target for solving it fell due at 14:00 today. If it was not solved by then, it was missed: you may escalate.', also],
  ['response', null, '2026-11-25 10:01', 'Both published targets have passed, unless your ticket waited. If you had no answer in time, you may escalate.', also],
  ['response', null, '2026-11-24 10:05', 'Neither of the 2 published targets has passed yet.', still],
] // biome-ignore format: a table
test.each(ofOne)(
  'where only those for a %s are published, of %s at %s it says so',
  (measure, level, now, headline, further) => {
    expect(summaryOf(level, '2026-11-24 10:00', now, onlyOf(measure))).toEqual([headline, further])
  },
)

test.each([
  ['2026-11-24 10:15', 'The one published target has not passed yet.'],
  [
    '2026-11-24 10:16',
    'The one published target has passed. If you had no answer in time, you may escalate.',
  ],
])('where there is one target in all, at %s it says so', (now, headline) => {
  const rules = spec.rules.filter(({ level, measure }) => level === 'P1' && measure === 'response')
  expect(summaryOf(null, '2026-11-24 10:00', now, deskOf({ ...spec, rules }))[0]).toBe(headline)
})

test('where both stand still while a ticket waits it is said once', () => {
  const paused = deskOf({ ...spec, rules: spec.rules.map((rule) => ({ ...rule, is_paused: true })) })
  expect(summaryOf('P1', '2026-11-24 10:00', '2026-11-25 11:00', paused)[0]).toBe(
    `The target for a first answer fell due at 10:15 yesterday, and the target for solving it at 14:00 yesterday, unless your ticket waited. ${either}`,
  )
})

test('nobody is told that a target was missed, as no page can know that', () => {
  const hours = Array.from(
    { length: 60 },
    (_, hour) => new Date(wallOf('2026-11-24 10:00') + hour * 3_600_000),
  )
  const said = ['P1', 'P2', 'P3', null].flatMap((level) =>
    hours.map((now) =>
      summaryOf(level, '2026-11-24 10:00', now.toISOString().slice(0, 16).replace('T', ' ')),
    ),
  )
  const sentences = said.flatMap(([headline]) => (headline ?? '').split('. '))
  expect(sentences.filter((one) => /missed|may escalate/.test(one) && !one.startsWith('If '))).toEqual([])
  expect(sentences.some((one) => one.startsWith('If '))).toBe(true)
})

describe('the phone comes first', () => {
  const answerWithin = (amount: number, kind: 'elapsed' | 'business') =>
    deskOf({
      ...spec,
      rules: spec.rules.map((rule) =>
        rule.level === 'P2' && rule.measure === 'response' ? { ...rule, kind, amount } : rule,
      ),
    })
  const isUrgent = (level: string | null, on = desk): boolean =>
    asked(level, '2026-11-24 10:00', '2026-11-24 10:01', on).is_urgent

  test.each([
    ['of a level that is answered within minutes', 'P1', desk, true],
    ['of a level that is answered within working hours', 'P2', desk, false],
    ['of a level without a target', 'P3', desk, false],
    ['of a level that is answered within an hour', 'P2', answerWithin(60, 'elapsed'), true],
    ['of a level that is answered after an hour', 'P2', answerWithin(61, 'elapsed'), false],
    ['of a level that is answered within a working hour', 'P2', answerWithin(60, 'business'), false],
    ['of all levels, where one cannot wait', null, desk, true],
    ['of all levels, where none is answered at all hours', null, onlyOf('resolution'), false],
  ])('%s: %#', (_, level, on, expected) => {
    expect(isUrgent(level, on)).toBe(expected)
  })
})

describe('of each target', () => {
  const [response, resolution] = asked('P2', '2026-11-20 15:00', '2026-11-23 12:00').groups[0]?.parts ?? []

  test('it says when it falls, and how long ago that was or is to go', () => {
    expect(plain(response?.due ?? '')).toBe('Mon 23 Nov 2026, 11:00')
    expect(plain(response?.verdict ?? '')).toBe('Passed 60 minutes ago, unless your ticket waited. If you had an answer by then, it was met; if not, it was missed.')
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
    const of = (level: string) =>
      asked(level, '2026-11-20 18:00', '2026-11-23 12:00').groups[0]?.parts[1]?.notes.map(plain)
    expect(of('P2')).toEqual([
      'It ends at the same time of day on the next working day, or when that day closes, if this is sooner.',
      'It was raised outside working hours, so it counts from Mon 23 Nov 2026, 09:00.',
    ])
    expect(of('P1')).toEqual([])
  })

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
