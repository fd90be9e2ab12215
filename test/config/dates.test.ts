import { expect, test } from 'vitest'
import { dateFormatProblem, orderedDates } from '../../etl/config/dates.ts'

test.each(['iso', 'epoch', 'excel', '%d/%m/%Y', '%-d/%-m/%y %I:%M %p', '%Y-%m-%dT%H:%M:%S%z'])(
  '"%s" is a date format',
  (format) => {
    expect(dateFormatProblem(format)).toBeNull()
  },
)

test.each(['ISO', 'dd/mm/yyyy', '%Q', '%d/%m/%', ''])('"%s" is none', (format) => {
  expect(dateFormatProblem(format)).toContain('Write it as "%d/%m/%Y %H:%M"')
})

test.each([
  [['%d/%m/%Y', '%Y-%m-%d'], undefined, ['%d/%m/%Y', '%Y-%m-%d']],
  [['%d/%m/%Y', '%Y-%m-%d'], true, ['%d/%m/%Y', '%Y-%m-%d']],
  [['%d/%m/%Y', '%Y-%m-%d'], false, ['%m/%d/%Y', '%Y-%m-%d']],
  [['%-m/%-d/%y %H:%M'], true, ['%-d/%-m/%y %H:%M']],
])('%j with day first %s are %j', (formats, dayFirst, ordered) => {
  expect(orderedDates(formats, dayFirst)).toEqual(ordered)
})
