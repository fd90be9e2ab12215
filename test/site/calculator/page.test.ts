import { describe, expect, test } from 'vitest'
import type { Manifest } from '../../../data/contract.ts'
import { readCalendar } from '../../../data/shared/calendar.ts'
import { daysAhead, weekLines } from '../../../site/calculator/calendar-words.ts'
import { exampleOf } from '../../../site/calculator/example.ts'
import { islandOf, specOf } from '../../../site/calculator/make-spec.ts'
import { serviceLevelsOf } from '../../../site/calculator/page.ts'
import { manifest } from '../fixture.ts'
import { plainCalendar, targets } from '../fixture-guidance.ts'
import { plain } from '../plain.ts'
import { at } from './desk.ts'

const shown = (changes: Partial<Manifest> = {}) => serviceLevelsOf({ ...manifest, ...changes })
const wordsOf = (changes: Partial<Manifest> = {}) =>
  shown(changes).rows.map(({ level, affects, response, resolution }) => [
    level,
    affects,
    response.map(({ words }) => words),
    resolution.map(({ words }) => words),
  ])

describe('the table of targets', () => {
  test('has a row a level, also where no target is published, and none that has ended', () => {
    expect(wordsOf()).toEqual([
      ['P1', 'A class or an exam, now', ['15 min'], ['4 h']],
      ['P2', 'A department', ['4 business hours'], ['1 business day']],
      ['P3', 'One person', [], []],
    ])
    expect(shown().ended.map(({ words }) => words)).toEqual(['30 min'])
  })

  test('names a level by its code where nobody has said whom it is for', () => {
    expect(wordsOf({ levels: [] }).map(([level, affects]) => [level, affects])).toEqual([
      ['P1', null],
      ['P2', null],
    ])
  })

  test('has what is to come after what is in force', () => {
    const coming = targets.map((one) => (one.words === '15 min' ? { ...one, from: '2027-01-01' } : one.words === '30 min' ? { ...one, to: '2027-01-01' } : one))
    expect(wordsOf({ targets: coming })[0]).toEqual(['P1', 'A class or an exam, now', ['30 min', '15 min'], ['4 h']])
    expect(shown({ targets: coming }).ended).toEqual([])
  }) // biome-ignore format: a table

  test('says once what is true of all, and each time what is not', () => {
    expect(plain(shown().common)).toBe(
      'These targets apply from 1 Sept 2025. Source: service level targets page.',
    )
    const other = targets.map((one) => (one.words === '4 h' ? { ...one, source: 'a leaflet' } : one))
    expect(shown({ targets: other }).common).toBeNull()
    expect(shown({ targets: [] }).common).toBeNull()
  })
})

describe('the calendar in words', () => {
  test('has days in a row with the same hours as one line', () => {
    const split = {
      mon: ['09:00-12:00', '13:00-17:00'],
      tue: ['09:00-12:00', '13:00-17:00'],
      sat: ['10:00-14:00'],
    }
    expect(weekLines({ hours: split })).toEqual([
      { days: 'Monday and Tuesday', hours: '09:00 to 12:00 and 13:00 to 17:00' },
      { days: 'Wednesday to Friday', hours: 'closed' },
      { days: 'Saturday', hours: '10:00 to 14:00' },
      { days: 'Sunday', hours: 'closed' },
    ])
  })

  test('lists the days ahead that are not as usual, and no day that is closed anyway', () => {
    const ahead = daysAhead(plainCalendar, '2026-11-20', '2027-11-20')
    expect(ahead.map(({ days, why }) => plain(`${days}: ${why}`))).toEqual([
      'Wed 23 Dec 2026: open 09:00 to 12:00',
      'Thu 24 Dec 2026 to Fri 1 Jan 2027: University closed',
      'Fri 26 Mar 2027: bank holiday',
    ])
  })

  test('still lists a closure that has begun, and not one that is over', () => {
    const first = (from: string) => daysAhead(plainCalendar, from, '2027-12-31')[0]?.why
    expect(first('2027-01-01')).toBe('University closed')
    expect(first('2027-01-02')).toBe('bank holiday')
  })
})

describe('the worked example', () => {
  const day = { words: '1 business day', kind: 'business_days', amount: 1 } as const
  const said = (after: string, target: Parameters<typeof exampleOf>[1] = day) => {
    const example = exampleOf(plainCalendar, target, at(after))
    return [plain(example?.raised ?? null), plain(example?.due ?? null), example?.lines.length]
  }

  test.each([
    ['the next weekend', '2026-11-20 17:00', ['Fri 27 Nov 2026, 15:00', 'Mon 30 Nov 2026, 15:00', 3]],
    ['a bank holiday', '2026-03-29 17:00', ['Thu 2 Apr 2026, 15:00', 'Tue 7 Apr 2026, 15:00', 5]],
    ['a closure that begins after a short day', '2026-12-21 17:00', ['Wed 23 Dec 2026, 10:00', 'Mon 4 Jan 2027, 10:00', 4]],
  ])('goes over %s', (_, after, expected) => {
    expect(said(after)).toEqual(expected)
  }) // biome-ignore format: a table

  test('counts hours where the target does', () => {
    expect(said('2026-11-20 17:00', { words: '4 h', kind: 'business', amount: 240 })).toEqual([
      'Fri 27 Nov 2026, 15:00',
      'Mon 30 Nov 2026, 11:00',
      3,
    ])
  })

  test('of a desk that opens every day is of the next day', () => {
    const from = Date.parse('2026-01-01T00:00Z') / 60_000
    const stretches = Array.from({ length: 30 }, (_, index): [number, number] => [
      from + index * 1440 + 540,
      from + index * 1440 + 1020,
    ])
    const always = {
      ...plainCalendar,
      from,
      to: from + 30 * 1440,
      offsets: [[from, 0]] as [number, number][],
      stretches,
    }
    expect(readCalendar(always).days).toHaveLength(30)
    expect(plain(exampleOf(always, day, (from + 1440) * 60_000)?.raised ?? null)).toBe(
      'Fri 2 Jan 2026, 15:00',
    )
  })

  test('is none where the calendar ends before', () => {
    expect(exampleOf(plainCalendar, day, at('2028-04-03 12:00'))).toBeNull()
  })

  test('is given once for targets that are counted alike', () => {
    const longer = targets.map((target) => ({
      ...target,
      level: 'P9',
      amount: 9 * target.amount,
      words: 'longer',
    }))
    const twice = [...longer, ...targets]
    expect(shown({ targets: twice }).examples.map(({ example }) => example.words)).toEqual([
      '4 business hours',
      '1 business day',
    ])
  })
})

test('nothing can be worked out where no target is published', () => {
  expect(specOf({ ...manifest, targets: [] })).toBeNull()
})

test('no name of a level can end the element that carries it', () => {
  const spec = specOf({ ...manifest, levels: [{ level: 'P1', affects: '</script><b>', source: null }] })
  expect(spec && islandOf(spec)).not.toContain('<')
  expect(spec && JSON.parse(islandOf(spec))).toEqual(JSON.parse(JSON.stringify(spec)))
})
