import { expect, test } from 'vitest'
import type { Breakdown } from '../../data/contract.ts'
import { withStandings } from '../../etl/publish/standings.ts'

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
const standingsOf = ({ rows }: Breakdown) => rows.map(({ key, values }) => `${key}: ${values.within_stands}`)

const steady: readonly Share[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((key) => [key, 0.8, 100])

test('a team that departs from the others is told so, beside its share and of as many items', () => {
  const { columns, rows } = withStandings(byTeam([...steady, ['Slow', 0.5, 100]]))
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
  expect(withStandings(byTeam(rates, 'per_100')).rows.at(-1)?.values.within_stands).toBe('lower')
})

test('teams that stand together, and items without a team, are not judged and decide nothing', () => {
  const odd: readonly Share[] = [
    ['Small teams', 0, 500],
    ['', 0, 500],
  ]
  expect(standingsOf(withStandings(byTeam([...steady.slice(0, 5), ...odd])))).toEqual([
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
  expect(standingsOf(withStandings(byTeam([...steady, ...some]))).slice(-3)).toEqual([
    'Few: too_few',
    'Hardly any: too_few',
    'Not told: null',
  ])
})

test('other breakdowns stay as they are', () => {
  const services = byTeam(steady, 'share', 'by_service')
  expect(withStandings(services)).toBe(services)
})
