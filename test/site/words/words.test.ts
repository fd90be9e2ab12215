import { describe, expect, test } from 'vitest'
import { columnLabel, inOrder } from '../../../site/words/column.ts'
import { day, during, instant, knownDay, period, shortDay } from '../../../site/words/date.ts'
import { duration, roundDuration, shortDuration } from '../../../site/words/duration.ts'
import { count, inWords, list, part, points, share } from '../../../site/words/number.ts'
import { inCell, inText } from '../../../site/words/value.ts'

/** No-break spaces read as spaces here. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('durations', () => {
  test.each([
    [0, 'under a minute'],
    [0.4, 'under a minute'],
    [1, '1 minute'],
    [21, '21 minutes'],
    [89, '89 minutes'],
    [90, '1½ hours'],
    [240, '4 hours'],
    [1249, '21 hours'],
    [2160, '1½ days'],
    [5785, '4 days'],
    [20_160, '14 days'],
    [100_000, '10 weeks'],
    [1_633_137, '3 years'],
  ])('%f minutes of every hour read "%s"', (minutes, words) => {
    expect(plain(duration(minutes, 'elapsed'))).toBe(words)
  })

  test.each([
    [0, 'under a working minute'],
    [48, '48 working minutes'],
    [150, '2½ working hours'],
    [480, '8 working hours'],
    [1115, '2½ working days'],
    [2400, '5 working days'],
    [372_117, '775 working days'],
  ])('%f working minutes read "%s"', (minutes, words) => {
    expect(plain(duration(minutes, 'business'))).toBe(words)
  })

  test.each([
    [60, 'elapsed', '1 hour'],
    [1440, 'elapsed', '1 day'],
    [10_080, 'elapsed', '1 week'],
    [15, 'business', '15 working minutes'],
    [480, 'business', '1 working day'],
    [14_400, 'business', '30 working days'],
  ] as const)('the round time %i on the %s clock reads "%s"', (minutes, clock, words) => {
    expect(plain(roundDuration(minutes, clock))).toBe(words)
  })

  test('a table cell says them short', () => {
    expect([0, 21, 150, 5785].map((minutes) => plain(shortDuration(minutes, 'elapsed')))).toEqual([
      '< 1 min',
      '21 min',
      '2½ h',
      '4 d',
    ])
  })
})

describe('numbers', () => {
  test.each([
    [0, '0 %'],
    [0.0004, 'under 1 %'],
    [0.357, '36 %'],
    [0.994, 'over 99 %'],
    [1, '100 %'],
  ])('the share %f reads "%s"', (value, words) => {
    expect(plain(share(value))).toBe(words)
  })

  test.each([
    [0, 'no tickets'],
    [1, '1 ticket'],
    [1234, '1,234 tickets'],
  ])('%i of them read "%s"', (value, words) => {
    expect(plain(count(value, 'ticket'))).toBe(words)
  })

  test('a quantile is said as a part', () => {
    expect([0.5, 0.9, 0.75, 0.37].map(part)).toEqual(['half', '9 in 10', '3 in 4', '37 in 100'])
  })

  test('a list ends in "and", or in "or"', () => {
    expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
    expect(list(['a', 'b', 'c'], 'or')).toBe('a, b or c')
  })

  test('what rounds to one is one', () => {
    expect([count(1.3, 'day'), count(0.6, 'day'), count(0.2, 'day')].map(plain)).toEqual([
      '1 day',
      '1 day',
      'no days',
    ])
  })

  test.each([
    [-0.131, '−13 points'],
    [0.01, '+1 point'],
    [-0.014, '−1 point'],
    [0.002, '0 points'],
  ])('the difference %f reads "%s"', (value, words) => {
    expect(plain(points(value))).toBe(words)
  })

  test.each([
    [0, 'none'],
    [2, 'two'],
    [12, 'twelve'],
    [13, '13'],
  ])('a sentence says %i as "%s"', (value, words) => {
    expect(inWords(value)).toBe(words)
  })
})

describe('dates', () => {
  test('a day has its weekday, a short one has not', () => {
    expect(plain(day('2026-11-02'))).toBe('Mon 2 Nov 2026')
    expect(plain(shortDay('2026-11-02'))).toBe('2 Nov 2026')
  })

  test.each([
    ['month', 'October 2026'],
    ['week', 'week of 1 Oct 2026'],
    ['day', '1 Oct 2026'],
  ] as const)('a %s is named "%s"', (kind, words) => {
    expect(plain(period({ from: '2026-10-01', to: '2026-10-31' }, kind))).toBe(words)
  })

  test.each([
    ['month', 'in October 2026'],
    ['week', 'in the week of 1 Oct 2026'],
    ['day', 'on 1 Oct 2026'],
  ] as const)('something was %s by %s', (kind, words) => {
    expect(plain(during({ from: '2026-10-01', to: '2026-10-31' }, kind))).toBe(words)
  })

  test('a term has a name of its own', () => {
    const term = { label: 'Semester A 2026/27', from: '2026-09-21', to: '2026-12-11' }
    expect(plain(period(term, 'term'))).toBe('Semester A 2026/27')
  })

  test('what is no day is not known', () => {
    expect(
      [knownDay('2026-11-02'), knownDay('soon'), knownDay(null), knownDay(3)].map((one) => one && plain(one)),
    ).toEqual(['2 Nov 2026', null, null, null])
  })

  test('an instant is shown in the zone of the institution', () => {
    expect(plain(instant('2026-07-01T23:30:00.000Z', 'Europe/London'))).toBe('Thu 2 Jul 2026, 00:30')
  })
})

describe('values', () => {
  test.each([
    [null, 'share', '–'],
    [0.5, 'share', '50 %'],
    [1234.4, 'items', '1,234'],
    [0.4297, 'index', '0.43'],
    ['2026-11-20', 'text', '20 Nov 2026'],
    ['a word', 'text', 'a word'],
  ] as const)('the cell of %s (%s) reads "%s"', (value, unit, words) => {
    expect(plain(inCell({ value, unit, clock: null }))).toBe(words)
  })

  test('running text names what is counted', () => {
    expect(plain(inText({ value: 3, unit: 'people', clock: null }, 'ticket'))).toBe('3 people')
    expect(plain(inText({ value: 1, unit: 'items', clock: null }, 'escalation'))).toBe('1 escalation')
  })
})

describe('columns', () => {
  test('a share in time names its time, a duration its clock', () => {
    expect(columnLabel({ id: 'within', unit: 'share', clock: null }, '1 business day')).toBe(
      'Within 1 business day',
    )
    expect(columnLabel({ id: 'median', unit: 'minutes', clock: 'elapsed' }, '')).toBe('Half within')
    expect(columnLabel({ id: 'median_business', unit: 'minutes', clock: 'business' }, '')).toBe(
      'Half within, working time',
    )
  })

  test('a share is not called as a count of the same name', () => {
    expect(columnLabel({ id: 'before', unit: 'share', clock: null }, '')).toBe('Before the target')
    expect(columnLabel({ id: 'before', unit: 'items', clock: null }, '')).toBe('84 days before')
  })

  test('how a team stands beside the others is no column', () => {
    const columns = ['within', 'within_stands'].map((id) => ({ id, unit: 'text', clock: null }) as const)
    expect(inOrder(columns).map(({ id }) => id)).toEqual(['within'])
  })

  test('one without a name is said plainly', () => {
    expect(columnLabel({ id: 'first_owned', unit: 'items', clock: null }, '')).toBe('First owned')
  })

  test('they stand in the order of reading, unknown ones last', () => {
    const columns = ['odd', 'waiting_now', 'items', 'within'].map(
      (id) => ({ id, unit: 'items', clock: null }) as const,
    )
    expect(inOrder(columns).map(({ id }) => id)).toEqual(['items', 'within', 'waiting_now', 'odd'])
  })
})
