import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binEdges, binOf } from '../../data/shared/bins.ts'
import { encode } from '../../data/shared/cells-code.ts'
import { dropCells } from '../../etl/cells/cells.ts'
import { memory } from '../support/memory.ts'
import { counted } from './observations.ts'

const check = new URL('../../etl/checks/merged_cells_equal_the_observations.sql', import.meta.url)

test('a bin in SQL is the bin in TypeScript, at every edge and a hair off it', async () => {
  const hair = (minutes: number) => [minutes * (1 - 2 ** -52), minutes, minutes * (1 + 2 ** -52)]
  const minutes = [
    -1,
    0,
    1e-9,
    0.5,
    ...binEdges.slice(2).flatMap(hair),
    1e12,
    ...Array.from({ length: 999 }, (_, at) => 1.017 ** at * 0.9),
  ]
  const database = await memory()
  await database.run(
    `create table cells_observed as select i as profile, m as minutes, null::double as business_minutes, 0 as series, 0 as place, null::double as hit, 1.0::double as weight, true as is_settled, true as is_event
    from (select unnest(from_json($minutes, '["DOUBLE"]')) as m, generate_subscripts(from_json($minutes, '["DOUBLE"]'), 1) as i)`,
    { minutes: JSON.stringify(minutes) },
  )
  const bins = await database.all<{ bin: number }>(
    `select bin from (${await readFile(new URL('../../etl/cells/binned.sql', import.meta.url), 'utf8')}) order by profile`,
    { edges: JSON.stringify(binEdges), ratio: 1.1 },
  )
  expect(bins.map(({ bin }) => bin)).toEqual(minutes.map(binOf))
})

test('a number in SQL is written as in TypeScript', async () => {
  const drawn = fc.sample(fc.oneof(fc.nat({ max: 40_000 }), fc.maxSafeNat()), { seed: 1, numRuns: 300 })
  const numbers = [0, 31, 32, 1023, 1024, 32767, 32768, 2 ** 30, 2 ** 53 - 1, ...drawn]
  const database = await counted()
  const codes = await database.all<{ code: string }>(
    `select cell_code(number) as code
    from (select unnest(from_json($numbers, '["BIGINT"]')) as number, generate_subscripts(from_json($numbers, '["BIGINT"]'), 1) as nth) order by nth`,
    { numbers: JSON.stringify(numbers) },
  )
  expect(codes.map(({ code }) => code)).toEqual(numbers.map((number) => encode([number])))
})

describe('the check of cells against observations', () => {
  test('finds nothing where all is right', async () => {
    expect(await (await counted()).rowsOf(check)).toEqual([])
  })

  const isWeighted = 'series in (select series from cells_series where is_weighted)'
  const faults: [string, string][] = [
    ['a cell lost', 'delete from cells_shares where filter = 0 and place = 3'],
    ['a cell twice', 'insert into cells_times from cells_times where filter = 2 limit 1'],
    ['a hit too many', 'update cells_shares set hits = hits + 1 where filter = 1 and place = 3'],
    ['a value without cells', 'delete from cells_times where filter = 3'],
    ['days instead of items', `update cells_shares set n = n * 3 where filter = 0 and ${isWeighted}`],
    [
      'weights of days instead of items',
      `update cells_shares set squared_weight = squared_weight / 3 where filter = 0 and ${isWeighted}`,
    ],
    ['another week', 'update cells_shares set place = place + 1 where filter = 0 and place = 3'],
    ['another month', 'update cells_times set place = place + 1 where filter = 0 and place = 3'],
  ]
  test.each(faults)('finds: %s', async (_, fault) => {
    const broken = await counted()
    await broken.run(fault)
    await broken.run('drop table cells_sums')
    await broken.file(new URL('../../etl/cells/sums.sql', import.meta.url), {}, { create: 'cells_sums' })
    expect((await broken.rowsOf(check)).length).toBeGreaterThan(0)
  })
})

test('what is dropped is dropped, and what is compared stays', async () => {
  const database = await counted()
  await dropCells(database)
  const tables = await database.all(
    `select table_name from duckdb_tables() where table_name like 'cells%' order by 1`,
  )
  expect(tables.map(({ table_name }) => table_name)).toEqual(['cells_sums', 'cells_totals'])
})
