import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { runChecks, toldOf } from '../../etl/checks/index.ts'
import type { Database } from '../../etl/db/database.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'
import { fill, makeTables, memory, type Shapes, shapesOf } from '../support/memory.ts'
import { cellSamples } from './cell-samples.ts'
import { figureSamples } from './figure-samples.ts'
import { flowSamples } from './flow-samples.ts'
import { itemSamples } from './item-samples.ts'
import { asOf, type Sample } from './sample.ts'

const samples = { ...flowSamples, ...itemSamples, ...figureSamples, ...cellSamples }
const folder = new URL('../../etl/checks/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.replace(/\.sql$/, ''))

let database: Database
let shapes: Shapes
beforeAll(async () => {
  const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
  const { query } = await goodNight({ config: configOf(eventSource), files: { 'inbox/log.csv': log } })
  shapes = await shapesOf(query)
  database = await memory()
  await makeTables(database, shapes)
})

/** What every check finds in these facts and no others. */
async function outcomes(...facts: Sample['good'][]) {
  for (const table of shapes.keys()) await database.run(`delete from "${table}"`)
  for (const tables of facts)
    for (const [table, rows] of Object.entries(tables)) await fill(database, shapes, table, rows)
  return new Map((await runChecks(database, { as_of: asOf })).map((outcome) => [outcome.name, outcome]))
}

test('every check has its samples, and every sample its check', () => {
  expect(Object.keys(samples).sort()).toEqual([...names].sort())
})

test('with no facts at all there is nothing to find', async () => {
  expect([...(await outcomes()).values()].filter(({ rows }) => rows > 0)).toEqual([])
})

describe.each(names)('%s', (name) => {
  const { good, bad, severity } = samples[name] ?? { good: {}, bad: {}, severity: undefined }

  test(`is of severity ${severity} and silent over what is right`, async () => {
    expect(Object.keys(good)).not.toEqual([])
    expect((await outcomes(good)).get(name)).toMatchObject({ rows: 0, severity })
  })

  test('has a bad sample', () => {
    expect(Object.keys(bad)).not.toEqual([])
  })

  test.each(Object.entries(bad))('finds: %s', async (_, tables) => {
    const found = (await outcomes(good, tables)).get(name)
    expect(found?.rows).toBeGreaterThan(0)
    expect(found?.sample.length).toBeGreaterThan(0)
  })
})

test('an outcome is told in a line by its name and count, without what its rows hold', () => {
  const outcome = { name: 'times_are_in_order', severity: 'warning' as const }
  const sample = ['A', 'B', 'C'].map((item_id) => ({ item_id }))
  expect(toldOf({ ...outcome, rows: 5_000, sample })).toBe('times_are_in_order: 5,000 rows')
  expect(toldOf({ ...outcome, rows: 1, sample: sample.slice(0, 1) })).toBe('times_are_in_order: 1 row')
})
