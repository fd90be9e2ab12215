import { describe, expect, test } from 'vitest'
import type { Settings } from '../../etl/config/settings.ts'
import type { Measure, TidyRow } from '../../etl/measures/measure.ts'
import { measureFileOf } from '../../etl/publish/measure-file.ts'

const measure: Measure = {
  id: 'owner-load',
  definition: { title: 'Load', sentence: 'So much.', how: [], good: 'neutral', method: null },
  observes: [],
  needs: [],
}
const blank: TidyRow = {
  part: 'figure',
  id: 'open_now',
  item_kind: 'ticket',
  scope: null,
  clock: null,
  unit: 'items',
  of: null,
  key: null,
  label: null,
  col: null,
  period: null,
  from_day: null,
  to_day: null,
  minutes: null,
  value: 1,
  words: null,
  n: 1,
  effective_n: null,
  low: null,
  high: null,
  is_complete: null,
  is_at_least: null,
  place: null,
}
const row = (own: Partial<TidyRow>): TidyRow => ({ ...blank, ...own })
const charts = { aims: [], changes: [], within: {} as Settings['within'] }
const at = '2026-03-31T12:00:00.000Z'
const fileOf = (...rows: TidyRow[]) =>
  measureFileOf({ measure, telling: { measure: { answer: 'yes', by_source: [] }, figures: [] } }, rows, {
    asOf: at,
    knownUntil: at,
    sources: [],
    charts,
  })

describe('the rows of a measure become', () => {
  test('a headline, and figures beside it', () => {
    const { headline, figures } = fileOf(row({ part: 'headline', value: 3 }), row({ id: 'people', value: 2 }))
    expect([headline?.value, figures.map(({ id }) => id)]).toEqual([3, ['people']])
  })

  test('no headline where there is none', () => {
    expect(fileOf(row({})).headline).toBeNull()
  })

  test('series in the order of time, one for each kind and group', () => {
    const point = { part: 'point', id: 'tickets', period: 'week', to_day: '2026-03-15' } as const
    const { series } = fileOf(
      row({ ...point, of: 'a', from_day: '2026-03-09', value: 2 }),
      row({ ...point, of: 'a', from_day: '2026-03-02', value: 1 }),
      row({ ...point, of: 'b', from_day: '2026-03-02', value: null }),
    )
    expect(series.map(({ of, points }) => [of, points.map(({ value }) => value)])).toEqual([
      ['a', [1, 2]],
      ['b', [null]],
    ])
  })

  test('curves by clock, from left to right', () => {
    const step = { part: 'step', id: 'done_by', unit: 'share' } as const
    const { curves } = fileOf(
      row({ ...step, clock: 'business', minutes: 9, value: 0.9 }),
      row({ ...step, clock: 'elapsed', minutes: 60, value: 0.5 }),
      row({ ...step, clock: 'business', minutes: 3, value: 0.1 }),
    )
    expect(curves.map(({ clock, points }) => [clock, points.map(({ minutes }) => minutes)])).toEqual([
      ['business', [3, 9]],
      ['elapsed', [60]],
    ])
  })

  test('a table, whose empty key is called what it is', () => {
    const cell = { part: 'cell', id: 'by_team', of: 'team' } as const
    const { breakdowns } = fileOf(
      row({ ...cell, key: 'Desk', col: 'open_now', value: 4 }),
      row({ ...cell, key: 'Desk', col: 'since', unit: 'text', value: null, words: '2026-03-02' }),
      row({ ...cell, key: '', col: 'open_now', value: 1 }),
    )
    expect(breakdowns).toMatchObject([
      {
        by: 'team',
        columns: [{ id: 'open_now' }, { id: 'since' }],
        rows: [
          { key: 'Desk', label: 'Desk', values: { open_now: 4, since: '2026-03-02' } },
          { key: '', label: 'Not recorded', values: { open_now: 1 } },
        ],
      },
    ])
  })
})

describe('with the children of major incidents and without', () => {
  test('a figure says which, and all where its measure does not', () => {
    const { figures } = fileOf(row({ scope: 'without_major_children' }), row({ scope: null }))
    expect(figures.map(({ scope }) => scope)).toEqual(['without_major_children', 'all'])
  })

  test('there are two series', () => {
    const point = { part: 'point', period: 'week', from_day: '2026-03-02', to_day: '2026-03-08' } as const
    const { series } = fileOf(
      row({ ...point, scope: 'all', value: 1 }),
      row({ ...point, scope: 'without_major_children', value: 2 }),
    )
    expect(series.map(({ scope, points }) => [scope, points.map(({ value }) => value)])).toEqual([
      ['all', [1]],
      ['without_major_children', [2]],
    ])
  })
})

test('terms and years are called by their names, and weeks have none', () => {
  const point = { part: 'point', from_day: '2025-09-22', to_day: '2026-09-21' } as const
  const { series } = fileOf(
    row({ ...point, period: 'year', label: '2025/26' }),
    row({ ...point, period: 'term', label: 'Semester A 2025/26' }),
    row({ ...point, period: 'week' }),
  )
  expect(series.map(({ period, points }) => [period, points[0]?.label])).toEqual([
    ['year', '2025/26'],
    ['term', 'Semester A 2025/26'],
    ['week', undefined],
  ])
})

test('each figure says whether it is a share of time', () => {
  const observes: Measure['observes'] = [
    { part: 'share', id: 'heard', label: 'of the time with word', isWeighted: true },
    { part: 'share', id: 'within', label: 'of those who asked in time' },
    { part: 'now', id: 'silent', label: 'without word' },
  ]
  const telling = { measure: { answer: 'yes' as const, by_source: [] }, figures: [[], [], []] }
  const { definition } = measureFileOf({ measure: { ...measure, observes }, telling: telling }, [], {
    asOf: at,
    knownUntil: at,
    sources: [],
    charts,
  })
  expect(definition.figures.map(({ id, is_weighted }) => [id, is_weighted])).toEqual([
    ['heard', true],
    ['within', false],
    ['silent', false],
  ])
})

test('only a figure with needs of its own says from which sources it can be told', () => {
  const chased = { source: 'log', item_kind: 'ticket', answer: 'no', missing: ['event'] as string[] } as const
  const observes: Measure['observes'] = [
    { part: 'share', id: 'handed_on', label: 'handed on' },
    { part: 'share', id: 'chased', label: 'chased', needs: [{ item_kind: 'ticket', all: ['event'] }] },
  ]
  const { definition } = measureFileOf(
    {
      measure: { ...measure, observes },
      telling: {
        measure: { answer: 'yes', by_source: [] },
        figures: [[{ ...chased, answer: 'yes' }], [chased]],
      },
    },
    [],
    { asOf: at, knownUntil: at, sources: [], charts },
  )
  expect(definition.figures).toEqual([
    { id: 'handed_on', label: 'handed on', good: 'neutral', is_weighted: false },
    { id: 'chased', label: 'chased', good: 'neutral', is_weighted: false, can_be_told: [chased] },
  ])
})

test('a unit that the contract does not know is not published', () => {
  expect(() => fileOf(row({ unit: 'furlongs' }))).toThrow('unit')
})
