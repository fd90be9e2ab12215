import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CellsFile, type CellsIndex, cellsFile, cellsIndex } from '../../data/contract.ts'
import { binEdges, binOf } from '../../data/shared/bins.ts'
import {
  cellDimensions,
  cellsFileOf,
  type Filter,
  mergeShares,
  mergeTimes,
  pairedDimensions,
  shareCells,
} from '../../data/shared/cells.ts'
import { encode } from '../../data/shared/cells-code.ts'
import { dropCells, itemsInAPair, makeCells } from '../../etl/cells/cells.ts'
import type { Database } from '../../etl/db/database.ts'
import { disk } from '../../etl/effects.ts'
import { writeCells } from '../../etl/publish/cells.ts'
import { folder } from '../support/installation.ts'
import { memory } from '../support/memory.ts'
import { days, declared, items, observations } from './observations.ts'

const effects = { disk, now: () => new Date(0), log: () => {}, progress: () => {} }
const check = new URL('../../etl/checks/merged_cells_equal_the_observations.sql', import.meta.url)

async function counted(): Promise<Database> {
  const database = await memory()
  for (const sql of [items, days, observations, declared]) await database.run(sql)
  await makeCells(database)
  return database
}

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

const whereOf = (filter: Filter) =>
  filter.map(
    ({ dimension }, place) => `and case when '${dimension}' = 'is_major_child'
    then case when is_major_child then 'yes' else 'no' end else "${dimension}"::varchar end is not distinct from $value_${place}::varchar`,
  )

/** What a query over the observations that pass a filter gives. */
async function observed(filter: Filter, select: string, where: string): Promise<Record<string, number>> {
  const bound = Object.fromEntries(filter.map(({ value }, place) => [`value_${place}`, value]))
  const [row] = await database.all<Record<string, number>>(
    `select ${select} from observations where ${where} ${whereOf(filter).join(' ')}`,
    bound,
  )
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
  const named = pairs().map(([one, other]) => ({ a: one?.dimension, one: one?.value, b: other?.dimension, other: other?.value })) // biome-ignore format: one line
  expect(named.length).toBeGreaterThan(2)
  expect(new Set(named.map((pair) => JSON.stringify(pair)))).toEqual(new Set(enough.map((pair) => JSON.stringify(pair)))) // biome-ignore format: one line
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
          const expected = await observed(
            filter,
            `count(*) filter (${settled})::integer as n, coalesce(sum(hit) filter (${settled}), 0)::double as hits,
            coalesce(sum(coalesce(weight, 1)) filter (${settled}), 0)::double as weight, count(*) filter (not is_settled)::integer as unsettled`,
            `part = 'share' and measure = '${measure}' and item_kind = '${kind}'`,
          )
          expect(merged).toMatchObject({ n: expected.n, unsettled: expected.unsettled })
          expect(merged.hits).toBeCloseTo(expected.hits ?? NaN, 1)
          expect(merged.weight).toBeCloseTo(expected.weight ?? NaN, 1)
        }
  })

  test('times, done and waiting, on both clocks', async () => {
    for (const filter of [[], ...singles(), ...pairs()])
      for (const [clock, column] of [
        ['elapsed', 'minutes'],
        ['business', 'business_minutes'],
      ]) {
        // biome-ignore format: pairs
        const { times } = await cellsOf(filter)
        const own = times.filter((one) => one.series === placeOf('time', 'acknowledged', 'ticket') && one.clock === clock) // biome-ignore format: one line
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

test.each([
  ['week', 'ticket'],
  ['month', 'escalation'],
] as const)('every %s of a share of %ss is that of its days', async (period, kind) => {
  // biome-ignore format: one line
  const { shares } = await cellsOf([])
  const own = shares.find(({ series }) => series === placeOf('share', 'acknowledged', kind))
  const expected = await database.all<{ from_day: string; n: number; hits: number }>(
    `select date_trunc('${period}', day)::date::varchar as from_day, count(hit) filter (is_settled)::integer as n,
      coalesce(sum(hit) filter (is_settled), 0)::integer as hits
    from observations where part = 'share' and measure = 'acknowledged' and item_kind = '${kind}' group by 1 order by 1`,
  )
  const cells = own ? shareCells(own) : []
  const found = cells.map(({ n, hits }, at) => ({ from_day: index.periods[period][(own?.from ?? 0) + at], n, hits })) // biome-ignore format: one line
  expect(found.filter(({ n }) => n > 0)).toEqual(expected.filter(({ n }) => n > 0))
})

test('a bin in SQL is the bin in TypeScript, at every edge and a hair off it', async () => {
  const hair = (minutes: number) => [minutes * (1 - 2 ** -52), minutes, minutes * (1 + 2 ** -52)]
  const minutes = [-1, 0, 1e-9, 0.5, ...binEdges.slice(2).flatMap(hair), 1e12, ...Array.from({ length: 999 }, (_, at) => 1.017 ** at * 0.9)] // biome-ignore format: one line
  const other = await memory()
  await other.run(
    `create table cells_observed as select i as profile, m as minutes, null::double as business_minutes, 0 as series, 0 as place, 0 as month, null::double as hit, 1.0::double as weight, true as is_settled, true as is_event
    from (select unnest(from_json($minutes, '["DOUBLE"]')) as m, generate_subscripts(from_json($minutes, '["DOUBLE"]'), 1) as i)`,
    { minutes: JSON.stringify(minutes) },
  )
  const bins = await other.all<{ bin: number }>(
    `select bin from (${await readFile(new URL('../../etl/cells/binned.sql', import.meta.url), 'utf8')}) order by profile`,
    { edges: JSON.stringify(binEdges), ratio: 1.1 },
  )
  expect(bins.map(({ bin }) => bin)).toEqual(minutes.map(binOf))
})

test('a number in SQL is written as in TypeScript', async () => {
  const drawn = fc.sample(fc.oneof(fc.nat({ max: 40_000 }), fc.maxSafeNat()), { seed: 1, numRuns: 300 })
  const numbers = [0, 31, 32, 1023, 1024, 32767, 32768, 2 ** 30, 2 ** 53 - 1, ...drawn]
  const codes = await database.all<{ code: string }>(
    `select cell_code(number) as code
    from (select unnest(from_json($numbers, '["BIGINT"]')) as number, generate_subscripts(from_json($numbers, '["BIGINT"]'), 1) as nth) order by nth`,
    { numbers: JSON.stringify(numbers) },
  )
  expect(codes.map(({ code }) => code)).toEqual(numbers.map((number) => encode([number])))
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

describe('the check of cells against observations', () => {
  test('finds nothing where all is right', async () => {
    expect(await database.rowsOf(check)).toEqual([])
  })

  const faults: [string, string][] = [
    ['a cell lost', 'delete from cells_shares where filter = 0 and place = 3'],
    ['a cell twice', 'insert into cells_times from cells_times where filter = 2 limit 1'],
    ['a hit too many', 'update cells_shares set hits = hits + 1 where filter = 1 and place = 3'],
    ['a value without cells', 'delete from cells_times where filter = 3'],
    ['another week', 'update cells_shares set place = place + 1 where filter = 0 and place = 3'],
  ]
  test.each(faults)('finds: %s', async (_, fault) => {
    const broken = await counted()
    await broken.run(fault)
    await broken.run('drop table cells_sums')
    await broken.file(new URL('../../etl/cells/sums.sql', import.meta.url), {}, { create: 'cells_sums' })
    expect((await broken.rowsOf(check)).length).toBeGreaterThan(0)
  })
})

test('what is declared to be in no cells is in none', () => {
  expect(index.series.map(({ measure, id }) => `${measure} ${id}`)).not.toContain('right-route route')
})

test('what is dropped is dropped, and what is compared stays', async () => {
  const other = await counted()
  await dropCells(other)
  const tables = await other.all(
    `select table_name from duckdb_tables() where table_name like 'cells%' order by 1`,
  )
  expect(tables.map(({ table_name }) => table_name)).toEqual(['cells_sums', 'cells_totals'])
})
