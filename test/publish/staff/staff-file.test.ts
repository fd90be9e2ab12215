import { describe, expect, test } from 'vitest'
import { type MeasureFile, staffFile } from '../../../data/contract.ts'
import { type StaffParts, staffFileOf } from '../../../etl/publish/staff/staff-file.ts'
import { roundedUp } from '../../../etl/publish/staff/times.ts'
import { asOf, manifest } from '../../site/fixture.ts'
import { acknowledged } from '../../site/fixture-acknowledged.ts'
import { charted } from '../../site/fixture-chart.ts'
import { improvements } from '../../site/fixture-improvements.ts'
import { ownerLoad, recurring } from '../../site/fixture-load.ts'
import { figure, months, series, sharePoint } from '../../site/fixture-make.ts'
import { shareMeasures } from '../../site/fixture-measures.ts'

const published = [
  acknowledged(asOf),
  ...shareMeasures(asOf),
  ownerLoad(asOf),
  recurring(asOf),
  improvements(asOf),
]
const parts: StaffParts = {
  asOf,
  knownUntil: asOf,
  timezone: 'Europe/London',
  threshold: 5,
  promises: manifest.promises,
  changes: { changes: [], actions: [], warnings: [] },
  terms: manifest.terms,
  measures: published,
}
const fileOf = (rest: Partial<StaffParts> = {}) => staffFileOf({ ...parts, ...rest })

/** So many done of so many, in each of 26 months, by default 20 of 40; the last of them still runs. */
const monthly = (
  last: [number, number],
  good: 'high' | 'low' | 'neutral' = 'high',
  id = 'within',
): MeasureFile => {
  const points = months(26).map(({ from, to, isLast }, place, all) => {
    const [done, n] = place === all.length - 2 ? last : [place % 2 === 0 ? 20 : 21, 40]
    return sharePoint(from, to, done, n, !isLast)
  })
  const made = charted(series(id, 'escalation', 'share', 'month', points), { good, aim: null })
  const measure = acknowledged(asOf)
  return {
    ...measure,
    headline: figure(id, 'escalation', 'share', 0.5, { n: 40 }),
    series: [made],
    definition: {
      ...measure.definition,
      figures: [{ id, label: 'done', good, is_weighted: id === 'heard' }],
    },
  }
}
const only = (measure: MeasureFile) => {
  const kind = 'promise' as const
  const promises = [{ id: 'first', kind, sentence: 'We will', measure: 'acknowledged', order: 1 }]
  return fileOf({ promises, measures: [measure] }).promises[0]
}

describe('a promise', () => {
  test('is told of its last complete period and the same a year before', () => {
    expect(only(monthly([30, 42]))).toMatchObject({
      figure: 'within',
      period: 'month',
      from: '2026-10-01',
      to: '2026-10-31',
      share: { is: 'between', tenths: 8 },
      count: 40,
      year_before: { is: 'between', tenths: 6 },
    })
  })

  test.each([
    ['as it always was', [20, 40], 'high', 'usual'],
    ['far below what is usual', [6, 40], 'high', 'worse'],
    ['far above it', [34, 40], 'high', 'better'],
    ['far above it, where low is good', [34, 40], 'low', 'worse'],
    ['far above it, where neither is better', [34, 40], 'neutral', null],
    ['as it always was, where neither is better', [20, 40], 'neutral', null],
    ['of too few', [2, 22], 'high', null],
  ] as const)('that is kept %s', (_, [done, n], good, against) => {
    expect(only(monthly([done, n], good))?.against_usual).toBe(against)
  })

  describe('of tickets', () => {
    const told = (...kept: ('week' | 'month')[]) => {
      const measure = monthly([30, 42])
      const [escalations] = measure.series
      if (escalations === undefined) throw new Error('no series')
      const month = { ...escalations, item_kind: 'ticket' as const, chart: null }
      const week = { ...month, period: 'week' as const, points: month.points.slice(-2, -1) }
      const series = { month, week }
      const headline = figure('within', 'ticket', 'share', 0.5, { n: 40 })
      return only({ ...measure, headline, series: kept.map((period) => series[period]) })
    }

    test('is told of the last month that is over, as a week has few of them', () => {
      expect(told('week', 'month')).toMatchObject({ period: 'month', from: '2026-10-01', count: 40 })
    })

    test('is told of the last week where there is no month', () => {
      expect(told('week')).toMatchObject({ period: 'week', from: '2026-10-01' })
    })

    test('is not judged by its month, as its chart is one of weeks', () => {
      expect(told('week', 'month')?.against_usual).toBeNull()
    })
  })

  test('with too few items has a count and no share, and of fewer than the threshold neither', () => {
    expect(only(monthly([2, 22]))).toMatchObject({ share: null, count: 20 })
    expect(only(monthly([2, 4]))).toMatchObject({ share: null, count: null })
  })

  test('that cannot be told, or that nothing measures, is there all the same', () => {
    const cannot = {
      ...acknowledged(asOf),
      headline: null,
      series: [],
      can_be_told: { answer: 'no' as const, by_source: [] },
    }
    expect(only(cannot)).toMatchObject({ can_be_told: 'no', figure: null, share: null })
    expect(fileOf({ measures: [] }).promises.map(({ can_be_told }) => can_be_told)).toEqual(
      manifest.promises.map(() => null),
    )
  })

  test('stands in the institution’s order, once each', () => {
    expect(fileOf().promises.map(({ id }) => id)).toEqual(manifest.promises.map(({ id }) => id))
  })
})

describe('the file', () => {
  test.each([1, 2, 3, 5, 10, 50])('of threshold %i is as the contract says', (threshold) => {
    expect(() => staffFile.parse(fileOf({ threshold }))).not.toThrow()
  })

  test('with a count that is not rounded is refused by the contract', () => {
    const file = fileOf()
    const promises = file.promises.map((promise) => ({ ...promise, count: 41 }))
    expect(staffFile.safeParse({ ...file, promises }).success).toBe(false)
    expect(staffFile.safeParse({ ...file, rounded_to: 4 }).success).toBe(false)
  })

  test('holds no table of satisfaction, and nothing by team, department or person', () => {
    const { tables } = fileOf()
    expect(tables.flatMap(({ columns }) => columns.map(({ measure }) => measure))).not.toContain(
      'satisfaction',
    )
    for (const { by } of tables) expect(['service', 'level', 'reason', 'impact', 'outcome']).toContain(by)
  })
})

describe('a time', () => {
  test.each([
    [0, 'elapsed', 5],
    [5, 'elapsed', 5],
    [6, 'elapsed', 15],
    [1249, 'elapsed', 1440],
    [1441, 'elapsed', 2880],
    [239, 'business', 240],
    [241, 'business', 480],
    [481, 'business', 960],
    [121_000, 'elapsed', null],
  ] as const)('of %i minutes, %s, is rounded up to %s', (minutes, clock, step) => {
    expect(roundedUp(minutes, clock)).toBe(step)
  })

  const timed = (rest: Parameters<typeof figure>[4]) => {
    const quantile = (id: string) =>
      figure(id, 'escalation', 'minutes', 100, { clock: 'elapsed', n: 60, ...rest })
    const measure = { ...acknowledged(asOf), figures: [quantile('median'), quantile('p90')] }
    const [time] = fileOf({ measures: [measure] }).times
    return [time?.half_within_minutes, time?.nine_in_ten_within_minutes]
  }

  test.each([
    ['is told of many', {}, [120, 120]],
    ['of nine in ten is not told of 49', { n: 49 }, [120, null]],
    ['is told of eight', { n: 8 }, [120, null]],
    ['is not told of seven', { n: 7 }, [null, null]],
    ['that was not reached is not told', { is_at_least: true }, [null, null]],
  ])('%s', (_, rest, told) => {
    expect(timed(rest)).toEqual(told)
  })
})

describe('changes', () => {
  const change = {
    date: '2026-02-16',
    title: 'Clean-up tool',
    kind: 'improvement',
    affects: { category: 'Hardware', subcategory: 'Slow computer' },
    rebase: [],
  } as const
  const rows = (verdict: string): MeasureFile => {
    const measure = improvements(asOf)
    const made = {
      key: '1',
      label: change.title,
      n: 9,
      values: { day: change.date, kind: change.kind, verdict },
      counts: {},
    }
    return {
      ...measure,
      breakdowns: [{ id: 'changes', by: 'change', item_kind: 'ticket', columns: [], rows: [made] }],
    }
  }
  const told = (verdict: string, changes: readonly object[] = [change]) =>
    fileOf({
      measures: [rows(verdict)],
      changes: { changes, actions: [], warnings: [] } as StaffParts['changes'],
    }).changes

  test.each([
    ['fewer', 'fewer'],
    ['more', 'more'],
    ['no_clear_change', 'no_difference'],
    ['too_early', 'too_early'],
    ['too_few', 'not_measured'],
    ['not_told', 'not_measured'],
  ])('found to be %s are told as %s', (verdict, effect) => {
    expect(told(verdict)).toEqual([
      { date: change.date, title: change.title, kind: 'improvement', about: 'Slow computer', effect },
    ])
  })

  test('are told newest first, without incidents and without what is still to come', () => {
    const others = [
      { ...change, title: 'Down', kind: 'incident' },
      { ...change, title: 'Later', date: '2026-12-01' },
      { ...change, title: 'New rule', kind: 'policy', date: '2026-03-01' },
    ]
    expect(told('fewer', [change, ...others]).map(({ title }) => title)).toEqual([
      'New rule',
      'Clean-up tool',
    ])
  })

  test('are those of the institution’s own day', () => {
    const today = { ...change, rebase: [], date: '2026-11-21', title: 'Today' }
    const titles = (timezone: string) =>
      fileOf({ timezone, changes: { changes: [today], actions: [], warnings: [] } }).changes.map(
        ({ title }) => title,
      )
    expect([titles('Europe/London'), titles('Pacific/Auckland')]).toEqual([[], ['Today']])
  })

  test('that are about a team or a place name neither', () => {
    expect(
      told('fewer', [{ ...change, affects: { category: 'Hardware', team: 'Desktop' } }])[0]?.about,
    ).toBeNull()
  })
})
