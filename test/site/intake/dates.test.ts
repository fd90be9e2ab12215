import { describe, expect, test } from 'vitest'
import { dayIn, isFarAhead, readDay } from '../../../site/intake/dates.ts'
import { nothingFilled } from '../../../site/intake/filling.ts'

const today = '2026-11-20'
const read = (needed_by_day: string, needed_by_month: string, needed_by_year: string) =>
  readDay({ ...nothingFilled, needed_by_day, needed_by_month, needed_by_year }, today)

describe('a day is read', () => {
  test.each([
    ['in figures', '30', '11', '2026', '2026-11-30'],
    ['with zeros and blanks', ' 01 ', '02', ' 2027', '2027-02-01'],
    ['with a year of two figures', '30', '11', '26', '2026-11-30'],
    ['with the month’s name', '3rd', 'December', '2026', '2026-12-03'],
    ['with a short name', '1', 'sept.', '27', '2027-09-01'],
    ['that is today', '20', '11', '2026', '2026-11-20'],
    ['of a leap year', '29', '2', '2028', '2028-02-29'],
    ['written whole into the first field', '30/11/2026', '', '', '2026-11-30'],
    ['written whole with a name', '30 Nov 26', '', '', '2026-11-30'],
    ['written whole as a computer does', '2026-11-30', '', '', '2026-11-30'],
  ])('%s', (_, day, month, year, iso) => {
    expect(read(day, month, year)).toEqual({ day: iso })
  })
})

describe('a day is asked for again', () => {
  const unreal = (written: string): string => `“${written}” is not a date. Write one such as 30 11 2026.`
  test.each([
    ['that is missing', '', '', '', 'needed_by_day', 'Enter the day by which you need it.'],
    [
      'without a month and a year',
      '3',
      '',
      '',
      'needed_by_month',
      'The day by which you need it must have a month and a year.',
    ],
    ['without a year', '3', '5', '', 'needed_by_year', 'The day by which you need it must have a year.'],
    [
      'of yesterday',
      '19',
      '11',
      '2026',
      'needed_by_day',
      'The day by which you need it must be today or later.',
    ],
    [
      'of long ago',
      '1',
      '1',
      '1970',
      'needed_by_day',
      'The day by which you need it must be today or later.',
    ],
    ['that no year has', '31', '2', '2027', 'needed_by_day', unreal('31 2 2027')],
    ['that this year has not', '29', '2', '2027', 'needed_by_day', unreal('29 2 2027')],
    ['with the month in front', '11', '30', '2026', 'needed_by_day', unreal('11 30 2026')],
    ['in words', 'soon', 'as', 'possible', 'needed_by_day', unreal('soon as possible')],
    ['with too short a name', '3', 'Ma', '2027', 'needed_by_day', unreal('3 Ma 2027')],
    ['with a year of three figures', '3', '5', '202', 'needed_by_day', unreal('3 5 202')],
    ['zero', '0', '0', '0000', 'needed_by_day', unreal('0 0 0000')],
  ])('%s', (_, day, month, year, field, problem) => {
    expect(read(day, month, year)).toEqual({ field, problem })
  })
})

test.each([
  ['2027-11-20', false],
  ['2027-11-21', true],
  ['2099-01-01', true],
  ['2026-11-20', false],
])('%s is more than a year away: %s', (day, isFar) => {
  expect(isFarAhead(day, today)).toBe(isFar)
})

test.each([
  ['Europe/London', '2026-11-20'],
  ['Pacific/Auckland', '2026-11-21'],
  ['America/New_York', '2026-11-20'],
])('today is the day of the institution, in %s', (zone, day) => {
  expect(dayIn(new Date('2026-11-20T23:30:00Z'), zone)).toBe(day)
})
