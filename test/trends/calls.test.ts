import { describe, expect, test } from 'vitest'
import { type History, trendsOf, weighted } from '../../etl/trends/calls.ts'
import { randomOf } from '../bench/trends/random.ts'
import { plain } from '../bench/trends/watch.ts'
import { plainTrends } from './plain-calls.ts'

/** `12x6 4x12`: twelve weeks of 6 tickets, then four of 12; all of a week come on its Wednesday. */
const daysOf = (weeks: string): number[] =>
  weeks.split(' ').flatMap((stretch) => {
    const [count = 0, tickets = 0] = stretch.split('x').map(Number)
    return Array.from({ length: 7 * count }, (_, day) => (day % 7 === 2 ? tickets : 0))
  })

const yearBefore = (day: number): number => day - 364
const weekEnds = (days: number): number[] =>
  Array.from({ length: Math.floor(days / 7) }, (_, week) => 7 * (week + 1))

/** One subject among other tickets, 100 a week unless told, looked at every week. */
function one(weeks: string, others?: string): History {
  const counts = daysOf(weeks)
  const other = daysOf(others ?? `${counts.length / 7}x100`)
  const all = counts.map((count, day) => count + (other[day] ?? 0))
  return { subjects: [{ key: 'wifi', counts }], all, ends: weekEnds(counts.length), yearBefore }
}
const stateOf = (history: History): string => {
  const [found] = trendsOf(history).evaluations
  return [found?.state, found?.direction].filter(Boolean).join(' ')
}
/** Weeks at whose ends calls began and ended. */
const callsOf = (history: History): unknown[] =>
  trendsOf(history).calls.map(({ direction, called_on, ended_on }) => [
    direction,
    called_on / 7,
    ended_on === null ? null : ended_on / 7,
  ])

describe('what is said of a subject at the end', () => {
  const cases: [string, string, string][] = [
    ['2 tickets, then 3: never more than too few', '15x0 1x2 4x0 1x3', 'too_few'],
    ['nine in all', '13x0 3x3', 'too_few'],
    ['not yet eight weeks', '3x20 4x60', 'too_few'],
    ['eight weeks, of which the latter four had more', '4x20 4x60', 'unusual up'],
    ['twelve weeks, the same all along', '12x20', 'usual'],
    ['as many as ever', '16x6', 'usual'],
    ['a sixth more', '12x6 4x7', 'usual'],
    ['twice as many for four weeks', '12x6 4x12', 'unusual up'],
    ['out of nothing', '15x0 1x10', 'unusual up'],
    ['almost three times as many for seven weeks', '16x6 7x16', 'sustained up'],
    ['a quarter as many', '12x8 4x2', 'unusual down'],
    ['nothing any more for seven weeks', '16x8 7x0', 'sustained down'],
    ['nothing any more of fifteen', '9x0 3x5 4x0', 'unusual down'],
    ['nothing any more of fourteen', '10x0 2x7 4x0', 'usual'],
    ['last called four weeks ago, and in between, but up and then down', '20x6 4x30 4x2', 'unusual down'],
  ]
  test.each(cases)('%s', (_, weeks, state) => {
    expect(stateOf(one(weeks))).toBe(state)
  })

  test('four are not called, however many fewer there are of all, and five are', () => {
    const others = '12x1000 4x1'
    expect(stateOf(one('12x1 4x1', others))).toBe('usual')
    expect(stateOf(one('12x1 3x1 1x2', others))).toBe('unusual up')
  })

  test('counts, all tickets, ratio and p are told', () => {
    const [found] = trendsOf(one('12x6 4x12')).evaluations
    expect(found).toMatchObject({ key: 'wifi', c1: 48, c0: 72, e1: 448, e0: 1272, p_last_year: null })
    expect(found?.ratio).toBeCloseTo(48 / 448 / (72 / 1272), 12)
    expect(found?.p).toBeLessThan(0.001)
  })
})

describe('a season', () => {
  test('of all tickets is none of a part', () => {
    const busy = '12x100 4x300'
    expect(stateOf(one('12x10 4x30', busy))).toBe('usual')
    expect(stateOf(one('12x10 4x30'))).toBe('unusual up')
  })

  /** Forty weeks, four busy ones so many weeks early or late, a year up to the end of four busy ones. */
  const yearly = (late: number, then: number, now: number): string =>
    `${40 + late}x6 4x${then} ${48 - late}x6 4x${now}`
  test.each([
    ['the same weeks', 0, 20, 20, 'usual_for_season up'],
    ['two weeks earlier', -2, 20, 20, 'usual_for_season up'],
    ['two weeks later', 2, 20, 20, 'usual_for_season up'],
    ['six weeks earlier', -6, 20, 20, 'unusual up'],
    ['far fewer', 0, 9, 30, 'unusual up'],
    ['nothing at all', 0, 6, 20, 'unusual up'],
  ])('of its own, last year in %s', (_, late, then, now, state) => {
    expect(stateOf(one(yearly(late, then, now)))).toBe(state)
  })

  test('of its own ends as it did last year', () => {
    expect(stateOf(one('40x6 5x24 47x6 5x24 5x6'))).toBe('usual_for_season down')
  })

  test('tells nothing where the data do not reach back, or a year before is not known', () => {
    const weeks = yearly(0, 20, 20)
    const history = one(weeks)
    expect(stateOf({ ...history, yearBefore: () => null })).toBe('unusual up')
    expect(stateOf({ ...history, yearBefore: (day) => day - 364 - 294 })).toBe('unusual up')
    expect(stateOf({ ...history, yearBefore: (day) => day - 364 - 252 })).toBe('unusual up')
  })

  test('is none of a subject that is new this year', () => {
    expect(stateOf(one('90x0 2x8'))).toBe('unusual up')
  })

  test('is not looked for in weeks without any ticket, nor in those that are judged', () => {
    const gap = '34x100 4x0 54x100'
    expect(stateOf(one('90x0 2x8', gap))).toBe('unusual up')
    const recent = { ...one('40x6 4x9'), yearBefore: (day: number) => day - 35 }
    expect(stateOf(recent)).toBe('unusual up')
  })

  test('is told with the p-value that decided', () => {
    const pOf = (weeks: string) => trendsOf(one(weeks)).evaluations[0]?.p_last_year
    expect(pOf(yearly(0, 6, 20))).toBeLessThan(0.001)
    expect(pOf(yearly(0, 20, 20))).toBeGreaterThan(0.1)
  })
})

describe('calls', () => {
  const cases: [string, string, unknown[]][] = [
    ['none of what is as ever', '60x6', []],
    ['one that stands', '30x6 3x18', [['up', 31, null]]],
    ['one that ended when what had risen became usual', '30x6 30x14', [['up', 32, 41]]],
    [
      'rising, then falling',
      '30x6 6x30 20x6',
      [
        ['up', 31, 38],
        ['down', 40, 50],
      ],
    ],
    ['one, called again three weeks after it had ended', '30x2 1x12 6x2 1x20 12x2', [['up', 31, 42]]],
    [
      'two, called again after four',
      '30x2 1x12 7x2 1x20 12x2',
      [
        ['up', 31, 35],
        ['up', 39, 43],
      ],
    ],
  ]
  test.each(cases)('%s', (_, weeks, calls) => {
    expect(callsOf(one(weeks))).toEqual(calls)
  })

  test('of several subjects are in the order of their weeks', () => {
    const wifi = one('30x6 5x30')
    const print = one('20x6 15x30')
    const subjects = [...wifi.subjects, ...print.subjects.map((subject) => ({ ...subject, key: 'print' }))]
    expect(trendsOf({ ...wifi, subjects }).calls.map(({ key }) => key)).toEqual(['print', 'wifi'])
  })

  test('are none without an end, and an error of an end after the data', () => {
    expect(trendsOf({ ...one('20x6'), ends: [] })).toEqual({ evaluations: [], calls: [] })
    expect(() => trendsOf({ ...one('20x6'), ends: [141] })).toThrow(RangeError)
  })
})

/** Series that rise, fall, stop, and have seasons, some of them too few to tell; some of last year is not known. */
function eventful(seed: number, step: number): History {
  const random = randomOf(seed)
  const days = 520
  const subjects = Array.from({ length: 8 }, (_, place) => {
    const rates = Array.from({ length: 6 }, () => random.logUniform(0.05, 3) * (random.next() < 0.2 ? 0 : 1))
    const isYearly = place % 2 === 0
    const rateOn = (day: number) => rates[Math.floor((isYearly ? day % 364 : day) / 90)] as number
    return {
      key: `subject ${place}`,
      counts: Array.from({ length: days }, (_, day) => random.poisson(rateOn(day))),
    }
  })
  const all = Array.from({ length: days }, (_, day) =>
    subjects.reduce((sum, { counts }) => sum + (counts[day] as number), random.poisson(10)),
  )
  const ends = Array.from({ length: Math.floor(days / step) }, (_, place) => step * (place + 1))
  const moved = 7 * random.below(3)
  return { subjects, all, ends, yearBefore: (day) => (day % 50 === 0 ? null : day - 364 + moved) }
}
const sorted = (calls: readonly object[]): string[] => calls.map((call) => JSON.stringify(call)).sort()

describe('by loops over days', () => {
  test.each(['plain', 'weighted'] as const)('the same comes out, %s', (name) => {
    const rule = { plain, weighted }[name]
    const states = new Set<string>()
    for (let seed = 0; seed < 12; seed += 1) {
      const history = eventful(seed, seed % 2 === 0 ? 7 : 10)
      const [found, expected] = [trendsOf(history, rule), plainTrends(history, rule)]
      expect(sorted(found.calls)).toEqual(sorted(expected.calls))
      found.evaluations.forEach((one, place) => {
        const { ratio, p, p_last_year, ...rest } = expected.evaluations[place] ?? {}
        expect(one).toMatchObject(rest)
        const figures = [
          [one.ratio, ratio],
          [one.p, p],
          [one.p_last_year, p_last_year],
        ]
        for (const [value, other] of figures)
          if (typeof other === 'number') expect(value).toBeCloseTo(other, 9)
          else expect(value).toBeNull()
        states.add(one.state)
      })
    }
    expect([...states].sort()).toEqual(['sustained', 'too_few', 'unusual', 'usual', 'usual_for_season'])
  })
})

test('what was called stays called as time goes on, and what ended four weeks ago stays ended', () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const history = eventful(100 + seed, 7)
    const whole = trendsOf(history).calls
    for (const count of [20, 35, 50, 65]) {
      const days = 7 * count
      const cut = {
        ...history,
        subjects: history.subjects.map(({ key, counts }) => ({
          key,
          counts: Array.from(counts).slice(0, days),
        })),
        all: Array.from(history.all).slice(0, days),
        ends: history.ends.slice(0, count),
      }
      const known = whole.filter(({ called_on }) => called_on <= days)
      const found = trendsOf(cut).calls
      const begun = ({ key, direction, called_on }: (typeof found)[number]) => ({ key, direction, called_on })
      expect(found.map(begun)).toEqual(known.map(begun))
      const isOver = ({ ended_on }: (typeof found)[number]) => ended_on !== null && ended_on <= days - 28
      expect(found.filter(isOver)).toEqual(known.filter(isOver))
    }
  }
})
