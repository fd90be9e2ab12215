import { existsSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Bindings, Database } from '../../etl/db/database.ts'
import { asOf, type MeasureCase, type RowLike } from '../../etl/measures/case.ts'
import { loadMeasures } from '../../etl/measures/index.ts'
import { settingBindings } from '../../etl/publish/compute.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'
import {
  fill,
  makeCalendar,
  makeTables,
  memory,
  type Shapes,
  settingsOf,
  shapesOf,
} from '../support/memory.ts'

const house = new URL('../../etl/measures/', import.meta.url)
const folders = readdirSync(house, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const measures = await loadMeasures()
const worlds = await Promise.all(
  folders.map(async (id) => {
    const { cases } = (await import(new URL(`${id}/cases.ts`, house).href)) as {
      cases: readonly MeasureCase[]
    }
    return { id, cases }
  }),
)

let database: Database
let shapes: Shapes
let bindings: Bindings
beforeAll(async () => {
  const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
  const { query } = await goodNight({ config: configOf(eventSource), files: { 'inbox/log.csv': log } })
  shapes = new Map([...(await shapesOf(query))].filter(([table]) => /^(fct|dim)_/.test(table)))
  const settings = await settingsOf(configOf(eventSource))
  bindings = { ...settingBindings(settings), as_of: asOf }
  database = await memory()
  await makeCalendar(database, settings, '2025', '2026')
  await makeTables(database, shapes)
})

const text = (value: unknown): string => String(value ?? '')
/** By item and day, else by place and key, as figures are published, and id; of equal ones as measure.sql has them. */
const inOrder = (a: RowLike, b: RowLike): number =>
  text(a.item_id).localeCompare(text(b.item_id)) ||
  text(a.day).localeCompare(text(b.day)) ||
  Number(a.place ?? 0) - Number(b.place ?? 0) ||
  text(a.key).localeCompare(text(b.key)) ||
  text(a.id).localeCompare(text(b.id))

const filled = new Set<string>()
async function rowsOf(id: string, given: MeasureCase['given']): Promise<RowLike[]> {
  for (const table of filled) await database.run(`truncate "${table}"`)
  filled.clear()
  for (const [table, rows] of Object.entries(given)) {
    filled.add(table)
    await fill(database, shapes, table, rows)
  }
  const found = measures.find(({ measure }) => measure.id === id)
  if (!found) throw new Error(`no measure ${id}`)
  const rows = await database.rowsOf<RowLike & Record<string, unknown>>(found.sql, bindings)
  return rows.sort(inOrder)
}

const rounded = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toFixed(6)) : value)
const told = (row: RowLike, name: string): unknown => rounded(Reflect.get(row, name) ?? null)
const isLike = (row: RowLike, wanted: RowLike): boolean =>
  Object.entries(wanted).every(([name, value]) => told(row, name) === rounded(value))
/** The columns of `row` that `wanted` names. */
const pick = (row: RowLike, wanted: RowLike) =>
  Object.fromEntries(Object.keys(wanted).map((name) => [name, told(row, name)]))
const exact = (row: RowLike) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)]))

/** Whoever is named as an owner, or requests, in the facts. */
const peopleIn = (given: MeasureCase['given']) =>
  new Set(Object.values(given).flatMap((rows) => rows.flatMap(({ owner, requester }) => [owner, requester])))

describe.each(worlds)('$id', ({ id, cases }) => {
  test.each(cases)('$name', async ({ given, about, expect: wanted }) => {
    const all = await rowsOf(id, given)
    const rows = all.filter((row) => isLike(row, about))
    expect(rows.map((row, index) => pick(row, wanted[index] ?? row))).toEqual(wanted.map(exact))

    const people = peopleIn(given)
    const words = all.flatMap((row) => [row.key, row.label, row.of, row.words])
    expect(words.filter((word) => typeof word === 'string' && people.has(word))).toEqual([])
  })
})

describe.each(folders)('the folder %s', (name) => {
  test.each(['measure.ts', 'measure.sql', 'cases.ts'])('has its %s', (file) => {
    expect(existsSync(new URL(`${name}/${file}`, house))).toBe(true)
  })

  test('is called by the id of its measure', () => {
    expect(measures.map(({ measure }) => measure.id)).toContain(name)
  })

  test('has cases', () => {
    expect(worlds.find(({ id }) => id === name)?.cases.length).toBeGreaterThan(0)
  })
})

test('no fact at all is no fault', async () => {
  for (const { measure } of measures) await expect(rowsOf(measure.id, {})).resolves.toBeInstanceOf(Array)
})
