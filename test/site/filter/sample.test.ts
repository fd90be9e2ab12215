/** Filters over a night of the sample: what cells tell beside what the release and the warehouse do. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Series } from '../../../data/contract.ts'
import { cellsFileOf, type Filter } from '../../../data/shared/cells.ts'
import { Database } from '../../../etl/db/database.ts'
import { cellsIndexOf } from '../../../site/build/cells.ts'
import { countShares } from '../../../site/filter/counted.ts'
import { specOf } from '../../../site/filter/make-spec.ts'
import type { Cells, FilterSpec } from '../../../site/filter/spec.ts'
import { timesOf } from '../../../site/filter/times.ts'
import { type Told, toldOf } from '../../../site/measure/told.ts'
import { type Release, readRelease } from '../../../site/release.ts'
import { sampleNight } from '../../support/sample-night.ts'
import { type counts, recount } from './recounted.ts'

const dir = mkdtempSync(join(tmpdir(), 'filters-'))
let release: Release
let warehouse: Database

beforeAll(async () => {
  const night = await sampleNight()
  cpSync(night.dir, dir, { recursive: true, verbatimSymlinks: true })
  release = readRelease(join(dir, 'current'))
  warehouse = await Database.open(join(dir, 'warehouse.duckdb'), [dir])
}, 600_000)
afterAll(async () => {
  await warehouse?.close()
  rmSync(dir, { recursive: true, force: true })
})

const cellsOf = (filter: Filter): Cells =>
  JSON.parse(readFileSync(join(dir, 'current', 'cells', `${cellsFileOf(filter)}.json`), 'utf8'))

/** What a page of a measure is told by the release, and what it may be filtered by. */
const pageOf = (id: string): { told: Told; spec: FilterSpec | null } => {
  const measure = release.measures.get(id)
  const index = cellsIndexOf(join(dir, 'current'))
  if (measure === undefined || index === null) throw new Error(`no ${id}, or no cells`)
  const { manifest } = release
  const told = toldOf(measure, manifest)
  const setting = { measure: id, headline: null, changes: [], terms: manifest.terms, known: '' }
  return { told, spec: specOf({ measure, told, setting, index, manifest, cells: '/cells/' }) }
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(8)))
const pointsOf = ({ points }: Series) =>
  points.map(({ value, low, high, label: _, ...rest }) => ({
    ...rest,
    value: rounded(value),
    low: rounded(low),
    high: rounded(high),
  }))

test('unfiltered, cells tell every share of every page as the release has it', () => {
  const compared: string[] = []
  for (const id of release.measures.keys()) {
    const { told, spec } = pageOf(id)
    if (spec === null) continue
    for (const [place, counted] of countShares(spec, cellsOf([])).entries()) {
      if (spec.shares[place]?.series === null) continue
      const { series } = told.shares[place] ?? {}
      expect(pointsOf(counted.told.series)).toEqual(series && pointsOf(series))
      compared.push(`${id} ${counted.told.series.id} of ${counted.told.series.item_kind}s`)
    }
  }
  expect(compared.length).toBeGreaterThan(30)
})

test('unfiltered, half and nine in ten are within 5 % of those of the release, over nearly the same days', () => {
  const off: number[] = []
  for (const id of release.measures.keys()) {
    const { told, spec } = pageOf(id)
    if (spec === null) continue
    for (const [place, { half, nine, n, since }] of timesOf(spec, cellsOf([]), spec.recent).entries()) {
      const time = told.times[place]
      if (spec.times[place]?.series === null || time === undefined) continue
      expect(since && time.since && since >= time.since).toBe(true)
      expect(Math.abs(n / time.n - 1)).toBeLessThan(0.05)
      for (const [found, known] of [
        [half, time.half],
        [nine, time.nine],
      ]) {
        const value = known?.value
        if (value !== null && value !== undefined) off.push(Math.abs((found?.value ?? 0) / value - 1))
      }
    }
  }
  expect(off.length).toBeGreaterThan(20)
  expect(Math.max(...off)).toBeLessThan(0.05)
})

type Case = [
  measure: string,
  id: string,
  kind: 'ticket' | 'escalation',
  count: keyof typeof counts,
  filter: Record<string, string>,
]
const cases: Case[] = [
  ['acknowledged', 'within', 'ticket', 'acknowledgedByService', { service: 'Eduroam Wi-Fi' }],
  ['acknowledged', 'within', 'ticket', 'acknowledgedByService', { service: 'AV & teaching rooms' }],
  ['acknowledged', 'within', 'escalation', 'escalationsByService', { service: 'Eduroam Wi-Fi' }],
  [
    'acknowledged',
    'within',
    'ticket',
    'acknowledgedByTeamAndPriority',
    { priority: 'P3', team: 'Service Desk' },
  ],
  ['resolved', 'within', 'ticket', 'resolvedByTeamAndPriority', { priority: 'P4', team: 'Network Services' }],
  ['effort', 'handed_on', 'ticket', 'handedOnByDepartment', { department: 'Computer Science' }],
]

describe('filtered, every complete period is what its tickets and escalations are', () => {
  test.each(cases)('%s %s of %ss: %s %j', async (measure, id, kind, count, values) => {
    const { spec } = pageOf(measure)
    const filter = Object.entries(values).map(([dimension, value]) => ({ dimension, value }))
    const counted = spec && countShares(spec, cellsOf(filter))
    const share = counted?.find(({ told: { series } }) => series.id === id && series.item_kind === kind)
    const bound =
      'team' in values ? { one: values.team, other: values.priority } : { one: Object.values(values)[0] }
    const known = await recount(warehouse, count, bound as Record<string, string>)
    const complete = share?.told.series.points.filter(({ is_complete }) => is_complete) ?? []
    const expected = complete.map(({ from }) => ({ from, n: 0, hits: 0, ...known.get(from) }))
    expect(complete.length).toBeGreaterThan(24)
    expect(complete.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(50)
    expect(complete.map(({ from, n, value }) => ({ from, n, hits: Math.round((value ?? 0) * n) }))).toEqual(
      expected.map(({ from, n, hits }) => ({ from, n, hits })),
    )
  })
})

test('filtered, half of an academic year are within 5 % of what the tickets of its months took', async () => {
  const { spec } = pageOf('acknowledged')
  const filter = [{ dimension: 'team', value: 'Network Services' }]
  const year = spec?.periods.find(({ id }) => id === '2025-26')
  if (spec === null || year === undefined) throw new Error('no year 2025/26')
  const half = timesOf(spec, cellsOf(filter), year).find(
    (time) => time.item_kind === 'ticket' && time.clock === 'elapsed',
  )?.half
  const [exact] = await warehouse.all<{ n: number; half: number }>(
    `select count(*)::integer as n, quantile_disc(coalesce(acknowledge_minutes, 'infinity'::double), 0.5) as half from fct_tickets
    where status <> 'cancelled' and team = $team
      and date_trunc('month', timezone('Europe/London', opened_at))::date between $from::date and $to::date`,
    { team: 'Network Services', from: year.from, to: year.to },
  )
  expect(exact?.n).toBeGreaterThan(500)
  expect(half?.n).toBe(exact?.n)
  expect(Math.abs((half?.value ?? 0) / (exact?.half ?? 1) - 1)).toBeLessThan(0.05)
})
