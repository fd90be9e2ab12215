import { describe, expect, test } from 'vitest'
import { nothingFilled } from '../../../site/intake/filling.ts'
import { readNeededBy, soonWord } from '../../../site/intake/needed-by.ts'

const today = '2026-12-31'

describe('the day by which it is needed may be said in words', () => {
  test.each([
    ['today', '2026-12-31'],
    [' Today! ', '2026-12-31'],
    ['ASAP', '2026-12-31'],
    ['a.s.a.p.', '2026-12-31'],
    ['as soon as  possible', '2026-12-31'],
    ['now', '2026-12-31'],
    ['tomorrow', '2027-01-01'],
    ['3 1 2027', '2027-01-03'],
  ])('%s', (needed_by_day, day) => {
    expect(readNeededBy({ ...nothingFilled, needed_by_day }, today)).toEqual({ day })
  })

  test.each([
    ['with a month as well', { needed_by_day: 'today', needed_by_month: '5' }],
    ['with a figure in it', { needed_by_day: 'today 3' }],
    ['that say no day', { needed_by_day: 'soon' }],
    ['that every object knows', { needed_by_day: 'constructor' }],
  ])('but not %s', (_, told) => {
    expect(readNeededBy({ ...nothingFilled, ...told }, today)).toHaveProperty('problem')
  })
})

test.each([
  ['2026-12-31', 'today'],
  ['2027-01-01', 'tomorrow'],
  ['2027-01-02', null],
  [null, null],
])('%s is %s', (day, word) => {
  expect(soonWord(day, today)).toBe(word)
})
