import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateFormatProblem } from '../../etl/config/dates.ts'
import { guessDates, orderOf } from '../../etl/inspect/date-guess.ts'
import { DateTally, inOrder, shapeOf } from '../../etl/inspect/dates.ts'

const tallyOf = (...cells: readonly string[]): DateTally => {
  const tally = new DateTally()
  for (const cell of cells) tally.add(cell)
  return tally
}
const guessOf = (...cells: readonly string[]) => guessDates(tallyOf(...cells), null)

describe('a cell is written as', () => {
  test.each([
    ['2026-03-02', 'iso'],
    ['2026-03-02 09:05:00', 'iso'],
    ['2026-03-02T09:05:00.123Z', 'iso'],
    ['2026-03-02 09:05 +01:00', 'iso'],
    ['02/03/2026', '%A/%B/%Y'],
    ['2-3-26 9:05', '%A-%B-%y %H:%M'],
    ['02.03.2026, 09:05:01', '%A.%B.%Y, %H:%M:%S'],
    ['3/2/2026 9:05 AM', '%A/%B/%Y %I:%M %p'],
    ['3/2/2026 9:05:59pm', '%A/%B/%Y %I:%M:%S%p'],
    ['2026/03/02 09:05', '%Y/%m/%d %H:%M'],
    ['22/Sep/25 9:26 AM', '%d/%b/%y %I:%M %p'],
    ['2 September 2026', '%d %B %Y'],
    ['Sep 2, 2026 09:05', '%b %d, %Y %H:%M'],
    ['1772442300', 'epoch'],
    ['1772442300000', 'epoch'],
    ['46083.378', 'excel'],
  ])('%s: %s', (cell, template) => {
    expect(shapeOf(cell)?.template).toBe(template)
    if (template !== 'iso') expect(dateFormatProblem(inOrder(template, 'day'))).toBeNull()
  })

  test.each(['soon', '', '12', 'INC0001234', '1/2', '02/Foo/2026', '2 days 3 hours', '9:05', '2026-W10'])(
    'no date: %s',
    (cell) => expect(shapeOf(cell)).toBeNull(),
  )
})

describe('the order of a column', () => {
  test.each([
    ['day first, where a number beyond 12 stands first', ['02/03/2026', '25/03/2026'], ['%d/%m/%Y'], []],
    ['month first, where one stands second', ['02/03/2026', '3/25/2026'], ['%m/%d/%Y'], []],
    ['to be chosen, where both fit', ['02/03/2026', '03/03/2026'], [], [['%d/%m/%Y'], ['%m/%d/%Y']]],
    ['to be chosen, where they contradict each other', ['25/03/2026', '03/25/2026'], [], [['%d/%m/%Y'], ['%m/%d/%Y']]],
    ['not asked for, where the month is a word', ['2/Mar/2026', '3/Mar/2026'], ['%d/%b/%Y'], []],
    ['the same for every way of writing in it', ['25/03/2026', '2/3/2026 9:05'], ['%d/%m/%Y', '%d/%m/%Y %H:%M'], []],
  ])('is %s', (_, cells, formats, choices) => {
    const guess = guessOf(...cells)
    expect([guess.formats, guess.choices.map((choice) => choice.formats)]).toEqual([formats, choices])
  }) // biome-ignore format: a table

  test('is that of the other columns of the file, to be checked', () => {
    const usual = orderOf([tallyOf('25/03/2026'), tallyOf('02/03/2026')])
    const guess = guessDates(tallyOf('02/03/2026'), usual)
    expect([guess.formats, guess.isSure]).toEqual([['%d/%m/%Y'], false])
  })

  test('is nobody’s to take where other columns disagree', () => {
    expect(orderOf([tallyOf('25/03/2026'), tallyOf('03/25/2026')])).toBeNull()
  })

  test('is never said to be the one that the dates were not written in', () => {
    const days = fc.array(fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }), { minLength: 1 }) // biome-ignore format: one value
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('day', 'month'),
        fc.constantFrom('/', '-', '.'),
        (dates, order, mark) => {
          const cells = dates.map((date) => {
            const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1]
            return [...(order === 'day' ? [day, month] : [month, day]), date.getUTCFullYear()].join(mark)
          })
          const { formats, choices } = guessOf(...cells)
          const right = `%${order === 'day' ? 'd' : 'm'}${mark}%${order === 'day' ? 'm' : 'd'}${mark}%Y`
          expect(formats.length > 0 ? formats : choices.flatMap((choice) => choice.formats)).toContain(right)
        },
      ),
    )
  })
})
