import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesOf } from '../../../site/calculator/time-of-day.ts'
import { type Field, faultsOf, midnightOf, type Typed, wallOf } from '../../../site/calculator/typed.ts'

describe('a time of day', () => {
  test.each([
    ['14:05', 845],
    ['14.05', 845],
    ['1405', 845],
    ['14h05', 845],
    [' 14 : 05 ', 845],
    ['9', 540],
    ['930', 570],
    ['0:00', 0],
    ['00:00', 0],
    ['23:59', 1439],
    ['2pm', 840],
    ['2:05 PM', 845],
    ['2.05 p.m.', 845],
    ['12am', 0],
    ['12 pm', 720],
    ['１４：０５', 845],
  ])('“%s” is %i minutes after midnight', (typed, minutes) => {
    expect(minutesOf(typed)).toBe(minutes)
  })

  test.each([
    '',
    '24:00',
    '14:60',
    '14:5',
    '13pm',
    '0 am',
    'noon',
    '-1',
    '14:05:00',
    '99',
    '1e1',
    '14:05 today',
  ])('“%s” is none', (typed) => {
    expect(minutesOf(typed)).toBeNull()
  })
})

const typed = (text: string, level = '0'): Typed => {
  const [day = '', month = '', year = '', time = ''] = text.split('|').map((part) => part.trim())
  return { day, month, year, time, level }
}

describe('a date', () => {
  test.each([
    ['23|11|2026', '2026-11-23'],
    ['23|Nov|26', '2026-11-23'],
    ['23|november|2026', '2026-11-23'],
    ['3rd|sept.|2026', '2026-09-03'],
    ['29|2|2028', '2028-02-29'],
    ['23/11/2026', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['23 Nov 26', '2026-11-23'],
    ['２３|１１|２０２６', '2026-11-23'],
  ])('“%s” is %s', (text, day) => {
    expect(midnightOf(typed(text))).toBe(Date.parse(day))
  })

  test.each([
    '29|2|2026',
    '31|4|2026',
    '0|1|2026',
    '32|1|2026',
    '1|13|2026',
    '1|0|2026',
    '1|foo|2026',
    '1|1|226',
    '1|1|20260',
    '1.5|1|2026',
    '<b>|1|2026',
  ])('“%s” is none', (text) => {
    expect(midnightOf(typed(text))).toBeNull()
  })
})

const faults: [string, string, Partial<Record<Field, string>>][] = [
  ['nothing at all', '|||', { day: 'Enter the date on which your ticket was raised.', time: 'Enter the time at which it was raised, such as 14:05.', level: 'Choose whom it affects, or “I do not know”.' }],
  ['no month', '23||2026|14:05', { month: 'The date must have a month.' }],
  ['a day alone', '23|||14:05', { month: 'The date must have a month and a year.' }],
  ['a day that is none', '31|2|2026|14:05', { day: '“31 2 2026” is not a date. Write one such as 23 11 2026.' }],
  ['a time that is none', '23|11|2026|25:00', { time: '“25:00” is not a time. Write one such as 14:05 or 2:05 pm.' }],
  ['nothing wrong', '23|11|2026|14:05', {}],
] // biome-ignore format: a table
test.each(faults)('with %s it says what to put right', (name, text, expected) => {
  const found = faultsOf(typed(text, name === 'nothing at all' ? '' : '0'))
  expect(Object.fromEntries(found.map(({ field, words }) => [field, words]))).toEqual(expected)
})

test('whatever is typed is a wall time or has a fault, never both', () => {
  const part = fc.oneof(fc.string({ maxLength: 6 }), fc.integer({ min: -5, max: 3000 }).map(String))
  const all = fc.record({ day: part, month: part, year: part, time: part, level: fc.constantFrom('', '0') })
  fc.assert(
    fc.property(all, (one) => {
      const isTold = faultsOf(one).some(({ field }) => field !== 'level')
      expect(wallOf(one) === null).toBe(isTold)
    }),
    { seed: 3, numRuns: 2000 },
  )
})

test('every minute of a year is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 525_599 }), (minute) => {
      const wall = Date.parse('2026-01-01T00:00Z') + minute * 60_000
      const [date = '', time = ''] = new Date(wall).toISOString().slice(0, 16).split('T')
      const [year = '', month = '', day = ''] = date.split('-')
      expect(wallOf({ day, month, year, time, level: '0' })).toBe(wall)
    }),
    { seed: 4, numRuns: 1000 },
  )
})
