import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CellsFile, type CellsIndex, cellsFile, cellsIndex } from '../../data/contract.ts'
import {
  cellDimensions,
  cellsFileOf,
  type Filter,
  mergeTimes,
  pairedDimensions,
} from '../../data/shared/cells.ts'
import { mergeShares, shareCells } from '../../data/shared/shares.ts'
import { itemsInAPair } from '../../etl/cells/cells.ts'
import type { Database, Row } from '../../etl/db/database.ts'
import { disk } from '../../etl/effects.ts'
import { writeCells } from '../../etl/publish/cells.ts'
import { folder } from '../support/installation.ts'
import { counted } from './observations.ts'

const effects = { disk, now: () => new Date(0), log: () => {}, progress: () => {} }
let database: Database
let written: string
let index: CellsIndex
beforeAll(async () => {
  database = await counted()
  written = join(await folder(), 'cells')
  await writeCells(database, written, effects)
  index = cellsIndex.parse(JSON.parse(await readFile(join(written, 'index.json'), 'utf8')))
})

const cellsOf = async (filter: Filter): Promise<CellsFile> =>
  cellsFile.parse(JSON.parse(await readFile(join(written, `${cellsFileOf(filter)}.json`), 'utf8')))

const placeOf = (part: string, measure: string, item_kind: string): number =>
  index.series.findIndex((one) => one.part === part && one.measure === measure && one.item_kind === item_kind)

const pairs = (): Filter[] =>
  index.pairs.flatMap(({ dimensions: [a, b], values }) =>
    values.flatMap((others, one) =>
      others.map((other) => [
        { dimension: a, value: valuesOf(a)[one] ?? null },
        { dimension: b, value: valuesOf(b)[other] ?? null },
      ]),
    ),
  )
const valuesOf = (dimension: string) => index.dimensions.find(({ id }) => id === dimension)?.values ?? []
const singles = (): Filter[] =>
  index.dimensions.flatMap(({ id, values }) => values.map((value) => [{ dimension: id, value }]))

const whereOf = (filter: Filter): string =>
  filter
    .map(
      ({ dimension }, place) => `case when '${dimension}' = 'is_major_child'
      then case when is_major_child then 'yes' else 'no' end else "${dimension}"::varchar end is not distinct from $value_${place}::varchar`,
    )
    .join(' and ') || 'true'

/** The rows of a query in which `$filter` stands for what passes the filter. */
const rows = <T extends Row>(filter: Filter, query: string): Promise<T[]> =>
  database.all<T>(
    query.replaceAll('$filter', () => whereOf(filter)),
    Object.fromEntries(filter.map(({ value }, place) => [`value_${place}`, value])),
  )

/** What a query over the observations that pass a filter gives. */
async function observed(filter: Filter, select: string, where: string): Promise<Record<string, number>> {
  const query = `select ${select} from observations where ${where} and $filter`
  const [row] = await rows<Record<string, number>>(filter, query)
  return row ?? {}
}

test('every filter that the index names has a file, and no file is without one', async () => {
  const named = [[], ...singles(), ...pairs()].map((filter) => `${cellsFileOf(filter)}.json`)
  expect((await readdir(written)).sort()).toEqual([...named, 'index.json'].sort())
})

test('the six dimensions are named, and what was not recorded is a value', () => {
  expect(index.dimensions.map(({ id }) => id)).toEqual([...cellDimensions])
  expect(valuesOf('priority')).toEqual(['P0', 'P1', 'P2', 'P3', null])
  expect(valuesOf('is_major_child')).toEqual(['no', 'yes'])
})

test('pairs are those of enough items, of the dimensions that are asked for in pairs', async () => {
  const couples = pairedDimensions.flatMap((a, place) => pairedDimensions.slice(place + 1).map((b) => [a, b]))
  const enough = await database.all(
    couples
      .map(
        ([a, b]) => `select '${a}' as a, ${a} as one, '${b}' as b, ${b} as other from fct_all_items
        group by all having count(*) >= ${itemsInAPair}`,
      )
      .join(' union all '),
  )
  const named = pairs().map(([one, other]) => ({
    a: one?.dimension,
    one: one?.value,
    b: other?.dimension,
    other: other?.value,
  }))
  expect(named.length).toBeGreaterThan(2)
  expect(new Set(named.map((pair) => JSON.stringify(pair)))).toEqual(
    new Set(enough.map((pair) => JSON.stringify(pair))),
  )
})

describe('merged over all periods, the cells of every filter are what its observations are', () => {
  const kinds = ['ticket', 'escalation']

  test('shares, counted and weighted', async () => {
    for (const filter of [[], ...singles(), ...pairs()])
      for (const measure of ['acknowledged', 'updated'])
        for (const kind of kinds) {
          const { shares } = await cellsOf(filter)
          const own = shares.filter(({ series }) => series === placeOf('share', measure, kind))
          const merged = mergeShares(own.flatMap(shareCells))
          const settled = 'is_settled and hit is not null'
          const { hits, weight, ...counts } = await observed(
            filter,
            `coalesce(sum(hit) filter (${settled}), 0)::double as hits,
            coalesce(sum(coalesce(weight, 1)) filter (${settled}), 0)::double as weight,
            count(*) filter (is_settled and hit is null)::integer as unknown, count(*) filter (not is_settled)::integer as unsettled`,
            `part = 'share' and measure = '${measure}' and item_kind = '${kind}'`,
          )
          expect(merged).toMatchObject(counts)
          expect(merged.hits).toBeCloseTo(hits ?? NaN, 1)
          expect(merged.weight).toBeCloseTo(weight ?? NaN, 1)
        }
  })

  test('times, done and waiting, on both clocks', async () => {
    for (const filter of [[], ...singles(), ...pairs()])
      for (const [clock, column] of [
        ['elapsed', 'minutes'],
        ['business', 'business_minutes'],
      ]) {
        const { times } = await cellsOf(filter)
        const own = times.filter(
          (one) => one.series === placeOf('time', 'acknowledged', 'ticket') && one.clock === clock,
        )
        const { events, waiting } = mergeTimes(own, 0, 1e6)
        const expected = await observed(
          filter,
          `count(${column}) filter (is_event)::integer as events, count(${column}) filter (not is_event)::integer as waiting`,
          `part = 'time' and item_kind = 'ticket'`,
        )
        const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
        expect({ events: sum(events), waiting: sum(waiting) }).toEqual(expected)
      }
  })
})

test.each(['ticket', 'escalation'] as const)(
  'in every period, a weighted share of %ss is one of items, each with all its weight',
  async (kind) => {
    for (const filter of [[], ...singles(), ...pairs()]) {
      const period = filter.length > 1 || kind === 'escalation' ? 'month' : 'week'
      const expected = await rows<{ from_day: string; n: number; squared_weight: number }>(
        filter,
        `with items as (
        select date_trunc('${period}', day)::date as from_day, sum(weight) as weight
        from observations where measure = 'updated' and item_kind = '${kind}' and $filter group by from_day, item_id
      )
      select from_day::varchar as from_day, count(*)::integer as n, ceil(sum(weight ** 2))::double as squared_weight
      from items group by from_day order by from_day`,
      )
      const own = (await cellsOf(filter)).shares.find(
        ({ series }) => series === placeOf('share', 'updated', kind),
      )
      const found = (own ? shareCells(own) : []).map(({ n, squared_weight }, at) => ({
        from_day: index.periods[period][(own?.from ?? 0) + at],
        n,
        squared_weight,
      }))
      expect(found.filter(({ n }) => n > 0)).toEqual(expected)
    }
  },
)

test.each([
  ['week', 'ticket'],
  ['month', 'escalation'],
] as const)('every %s of a share of %ss is that of its days', async (period, kind) => {
  const { shares } = await cellsOf([])
  const own = shares.find(({ series }) => series === placeOf('share', 'acknowledged', kind))
  const expected = await database.all<{ from_day: string; n: number; hits: number }>(
    `select date_trunc('${period}', day)::date::varchar as from_day, count(hit) filter (is_settled)::integer as n,
      coalesce(sum(hit) filter (is_settled), 0)::integer as hits
    from observations where part = 'share' and measure = 'acknowledged' and item_kind = '${kind}' group by 1 order by 1`,
  )
  const cells = own ? shareCells(own) : []
  const found = cells.map(({ n, hits }, at) => ({
    from_day: index.periods[period][(own?.from ?? 0) + at],
    n,
    hits,
  }))
  expect(found.filter(({ n }) => n > 0)).toEqual(expected.filter(({ n }) => n > 0))
})

test.each(['ticket', 'escalation'] as const)(
  'every month of a time of %ss is that of its days, whatever the filter',
  async (kind) => {
    const places = index.periods.month.map((_, place) => place)
    const series = placeOf('time', 'acknowledged', kind)
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
    for (const filter of [[], ...singles(), ...pairs()]) {
      const expected = await rows<{ from_day: string; events: number; waiting: number }>(
        filter,
        `select date_trunc('month', day)::date::varchar as from_day, (count(minutes) filter (is_event))::integer as events,
          (count(minutes) filter (not is_event))::integer as waiting
        from observations where part = 'time' and item_kind = '${kind}' and $filter group by 1 having count(minutes) > 0 order by 1`,
      )
      const own = (await cellsOf(filter)).times.filter(
        (one) => one.series === series && one.clock === 'elapsed',
      )
      const found = places.map((place) => {
        const { events, waiting } = mergeTimes(own, place, place)
        return { from_day: index.periods.month[place], events: sum(events), waiting: sum(waiting) }
      })
      expect(found.filter(({ events, waiting }) => events + waiting > 0)).toEqual(expected)
    }
  },
)

test('shares of tickets are by week, all else is by month', () => {
  const weekly = index.series.filter(({ period }) => period === 'week')
  expect(weekly.map(({ part, item_kind }) => `${part} of ${item_kind}s`)).toEqual([
    'share of tickets',
    'share of tickets',
  ])
})

test('where all would take too much room, the pairs of the fewest items stay out, and the index says how many', async () => {
  const small = join(await folder(), 'cells')
  const files = await writeCells(database, small, effects, 1)
  const told = cellsIndex.parse(JSON.parse(await readFile(join(small, 'index.json'), 'utf8')))
  expect(files).toBe(1 + singles().length)
  expect(told.pairs).toEqual([])
  expect(told.pairs_left_out).toBe(pairs().length)
  expect(await readdir(small)).toHaveLength(files + 1)
})

test('what is declared to be in no cells is in none', () => {
  expect(index.series.map(({ measure, id }) => `${measure} ${id}`)).not.toContain('right-route route')
})
