import { expect, test } from 'vitest'
import type { Breakdown, MeasureFile } from '../../data/contract.ts'
import type { TidyRow } from '../../etl/measures/measure.ts'
import { type EffectiveNumbers, effectiveNumbersOf, withStandings } from '../../etl/publish/standings.ts'

type Share = readonly [key: string, value: number | null, n: number]

const byTeam = (
  shares: readonly Share[],
  unit: 'share' | 'per_100' = 'share',
  id = 'by_team',
): Breakdown => ({
  id,
  by: 'team',
  item_kind: 'ticket',
  columns: [
    { id: 'items', clock: null, unit: 'items' },
    { id: 'within', clock: null, unit },
    { id: 'open_now', clock: null, unit: 'items' },
  ],
  rows: shares.map(([key, value, n]) => ({
    key,
    label: key,
    n,
    values: { items: n, within: value, open_now: 1 },
    counts: { items: n, within: n, open_now: 1 },
  })),
})
const measureOf = (id: string, ...breakdowns: Breakdown[]) => ({ id, breakdowns }) as MeasureFile
const judged = (breakdown: Breakdown, effective: EffectiveNumbers = new Map()): Breakdown =>
  withStandings([measureOf('kept', breakdown)], new Map([['kept', effective]]))[0]?.breakdowns[0] as Breakdown
const standingsOf = ({ rows }: Breakdown) => rows.map(({ key, values }) => `${key}: ${values.within_stands}`)

const steady: readonly Share[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((key) => [key, 0.8, 100])

test('a team that departs from the others is told so, beside its share and of as many items', () => {
  const { columns, rows } = judged(byTeam([...steady, ['Slow', 0.5, 100]]))
  expect(columns.map(({ id, unit }) => [id, unit])).toEqual([
    ['items', 'items'],
    ['within', 'share'],
    ['within_stands', 'text'],
    ['open_now', 'items'],
  ])
  expect(rows.at(-1)).toMatchObject({ values: { within_stands: 'lower' }, counts: { within_stands: 100 } })
  expect(rows[0]?.values.within_stands).toBe('usual')
})

test('rates per hundred are judged as shares', () => {
  const rates = [...steady, ['Slow', 0.5, 100] as const].map(
    ([key, value, n]): Share => [key, (value ?? 0) * 100, n],
  )
  expect(judged(byTeam(rates, 'per_100')).rows.at(-1)?.values.within_stands).toBe('lower')
})

test('teams that stand together, and items without a team, are not judged and decide nothing', () => {
  const odd: readonly Share[] = [
    ['Small teams', 0, 500],
    ['', 0, 500],
  ]
  expect(standingsOf(judged(byTeam([...steady.slice(0, 5), ...odd])))).toEqual([
    ...['A', 'B', 'C', 'D', 'E'].map((key) => `${key}: usual`),
    'Small teams: null',
    ': null',
  ])
})

test('of few items there is too little to tell, and of what cannot be told nothing', () => {
  const some: readonly Share[] = [
    ['Few', 0.1, 29],
    ['Hardly any', null, 3],
    ['Not told', null, 100],
  ]
  expect(standingsOf(judged(byTeam([...steady, ...some]))).slice(-3)).toEqual([
    'Few: too_few',
    'Hardly any: too_few',
    'Not told: null',
  ])
})

const cell = (team: string, effective_n: number | null, own: Partial<TidyRow> = {}) =>
  ({
    part: 'cell',
    id: 'by_team',
    item_kind: 'ticket',
    key: team,
    col: 'within',
    effective_n,
    ...own,
  }) as TidyRow

test.each([
  ['of as many items as it has', [], 'lower'],
  ['of fewer that would tell as much', [cell('Slow', 31)], 'usual'],
  ['of too few that would', [cell('Slow', 29)], 'too_few'],
  [
    'whatever rests on few elsewhere',
    [
      cell('Slow', 29, { item_kind: 'escalation' }),
      cell('Slow', 29, { id: 'by_service' }),
      cell('Slow', 29, { col: 'heard' }),
      cell('Slow', null),
    ],
    'lower',
  ],
])('a share is judged %s', (_, cells, standing) => {
  const { rows } = judged(byTeam([...steady, ['Slow', 0.6, 100]]), effectiveNumbersOf(cells))
  expect(rows.at(-1)?.values.within_stands).toBe(standing)
})

test('a departure that stands alone does not among those of all measures', () => {
  const apart = byTeam([...steady, ['Slow', 0.6, 100]])
  const many = Array.from({ length: 99 }, (_, nth) => measureOf(`m${nth}`, byTeam(steady)))
  const [first] = withStandings([measureOf('kept', apart), ...many], new Map())
  expect(judged(apart).rows.at(-1)?.values.within_stands).toBe('lower')
  expect(first?.breakdowns[0]?.rows.at(-1)?.values.within_stands).toBe('usual')
})

test('other breakdowns stay as they are', () => {
  const services = byTeam(steady, 'share', 'by_service')
  expect(judged(services)).toBe(services)
})
