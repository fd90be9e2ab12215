import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DateRead, dateParts, readDate } from '../../../site/forms/typed-date.ts'

const words = { missing: 'Enter the day.', subject: 'The day', example: '30 11 2026' }
/** "3|5|2027" → what is read of three fields. */
const read = (text: string): DateRead => {
  const [day = '', month = '', year = ''] = text.split('|')
  return readDate({ day, month, year }, words)
}

describe('a day is read', () => {
  test.each([
    ['30|11|2026', '2026-11-30'],
    [' 01 | 02 | 2027 ', '2027-02-01'],
    ['1st|dec|26', '2026-12-01'],
    ['2nd|DECEMBER|2026', '2026-12-02'],
    ['3RD|Sept.|2026', '2026-09-03'],
    ['4th|Septem|2026', '2026-09-04'],
    ['29|2|2028', '2028-02-29'],
    ['３０|１１|２０２６', '2026-11-30'],
    ['30/11/2026||', '2026-11-30'],
    ['30.11.26||', '2026-11-30'],
    ['30-Nov-2026||', '2026-11-30'],
    ['30 november 26||', '2026-11-30'],
    ['2026-11-30||', '2026-11-30'],
  ])('“%s” is %s', (text, day) => {
    expect(read(text)).toEqual({ day })
  })
})

describe('a day is asked for again', () => {
  test.each([
    ['||', 'day', 'Enter the day.'],
    ['|11|2026', 'day', 'The day must have a day.'],
    ['3||2027', 'month', 'The day must have a month.'],
    ['3||', 'month', 'The day must have a month and a year.'],
    ['3|5|', 'year', 'The day must have a year.'],
    [' | 5 | ', 'day', 'The day must have a day and a year.'],
    ['31|2|2027', 'day', '“31 2 2027” is not a date. Write one such as 30 11 2026.'],
    ['11|30|2026', 'day', '“11 30 2026” is not a date. Write one such as 30 11 2026.'],
    ['3|Ma|2027', 'day', '“3 Ma 2027” is not a date. Write one such as 30 11 2026.'],
    ['3|Novelty|2027', 'day', '“3 Novelty 2027” is not a date. Write one such as 30 11 2026.'],
    ['3|5|202', 'day', '“3 5 202” is not a date. Write one such as 30 11 2026.'],
    ['3|5|0050', 'day', '“3 5 0050” is not a date. Write one such as 30 11 2026.'],
    ['0|0|0000', 'day', '“0 0 0000” is not a date. Write one such as 30 11 2026.'],
    ['31/2/27||', 'day', '“31 2 27” is not a date. Write one such as 30 11 2026.'],
  ])('“%s”', (text, part, said) => {
    expect(read(text)).toEqual({ part, words: said })
  })
})

test('every day of this century is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_524 }), (days) => {
      const day = new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10)
      expect(read(day.split('-').reverse().join('|'))).toEqual({ day })
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('whatever is typed is a day that exists, or is told of with a field', () => {
  const part = fc.oneof(fc.string({ maxLength: 12 }), fc.integer({ min: -5, max: 3000 }).map(String))
  fc.assert(
    fc.property(fc.record({ day: part, month: part, year: part }), (typed) => {
      const found = readDate(typed, words)
      if ('day' in found) expect(new Date(found.day).toISOString().slice(0, 10)).toBe(found.day)
      else expect(dateParts).toContain(found.part)
    }),
    { seed: 2, numRuns: 2000 },
  )
})
