import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { figuresOf, type ToldMeasure } from '../../etl/figures/figures.ts'
import { asOf } from '../../etl/measures/case.ts'
import type { Measure, TidyRow } from '../../etl/measures/measure.ts'
import { configOf, eventSource } from '../support/config.ts'
import {
  fill,
  makeCalendar,
  makeTables,
  memory,
  type Shapes,
  settingsOf,
  shapesOf,
} from '../support/memory.ts'
import { measure, type Seen, told } from './observed.ts'

const itemTypes = {
  item_kind: 'VARCHAR',
  item_id: 'VARCHAR',
  received_day: 'DATE',
  known_until: 'TIMESTAMPTZ',
  is_left_out: 'BOOLEAN',
  is_major_child: 'BOOLEAN',
  flags: 'VARCHAR[]',
  sources: 'VARCHAR[]',
  service: 'VARCHAR',
  priority: 'VARCHAR',
  team: 'VARCHAR',
  category: 'VARCHAR',
  department: 'VARCHAR',
}
const itemShape: Shapes = new Map([['fct_all_items', new Map(Object.entries(itemTypes))]])
const fact = (name: string) => new URL(`../../etl/facts/${name}.sql`, import.meta.url)

export interface Term {
  readonly year: string
  readonly name: string
  readonly from_day: string
  readonly to_day: string
}

export type Telling = ToldMeasure['telling']

export interface World {
  readonly measure?: Measure
  /** Others that observe the same. */
  readonly beside?: readonly Measure[]
  readonly telling?: Telling
  readonly terms?: readonly Term[]
}

/** A database in memory that makes figures of what a test says was observed. */
export async function figureMaker() {
  const database = await memory()
  await makeCalendar(database, await settingsOf(configOf(eventSource)), '2025', '2026')
  await database.file(new URL('../../etl/figures/told_template.sql', import.meta.url))
  await database.run('create table seen as from told_template limit 0')
  await makeTables(database, itemShape)
  const shapes = new Map([...itemShape, ...(await shapesOf((sql) => database.all(sql)))])
  return {
    database,
    figures: (rows: readonly Seen[], world: World = {}) => figuresIn(database, shapes, rows, world),
  }
}

/** What one night makes, and the next makes anew. */
const made = [
  ...[
    'dim_terms',
    'dim_periods',
    'dim_days',
    'dim_actions',
    'declared',
    'tellers',
    'observation_kinds',
    'told_template',
    'published',
  ],
  ...['observed', 'fct_promises'],
]
const dimensions = made.filter((name) => name.startsWith('dim_'))

async function figuresIn(
  database: Database,
  shapes: Shapes,
  rows: readonly Seen[],
  { measure: one = measure, beside = [], telling = told(one.observes), terms = [] }: World,
): Promise<TidyRow[]> {
  const bindings = {
    timezone: 'Europe/London',
    as_of: asOf,
    escalated_within_days: 28,
    terms: JSON.stringify(terms),
    actions: JSON.stringify([{ id: 0, decided_on: '2026-03-01', measure: one.id }]),
  }
  for (const table of ['seen', 'fct_all_items']) await database.run(`truncate ${table}`)
  await database.run('drop view if exists observations')
  for (const table of made) await database.run(`drop table if exists ${table}`)
  // an item of several observations is as the first of them says
  const items = new Map(rows.toReversed().map(({ item }) => [`${item.item_kind} ${item.item_id}`, item]))
  const observed = rows.map(({ row }) => row).filter(({ part }) => part !== undefined)
  await fill(database, shapes, 'fct_all_items', [...items.values()].toReversed())
  await fill(database, shapes, 'seen', observed)
  for (const name of dimensions) await database.file(fact(name), bindings, { create: name })
  const sql = new URL('seen.sql', import.meta.url)
  const all = [one, ...beside].map((each) => ({ measure: each, sql, telling }))
  const figures = await figuresOf(database, all, bindings)
  return figures.get(one.id) ?? []
}

type Like = Partial<Record<keyof TidyRow, unknown>>
const rounded = (value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(6)) : (value ?? null)
const only = (row: Like, names: readonly string[]): Like =>
  Object.fromEntries(names.map((name) => [name, rounded(Reflect.get(row, name))]))

/** What was observed, and what the figures like `about` must be then; columns that a row leaves out do not matter. */
export interface FigureCase extends World {
  readonly name: string
  readonly rows: readonly Seen[]
  readonly about: Like
  readonly expect: readonly Like[]
}

/** One test a case. */
export function testFigures(cases: readonly FigureCase[]): void {
  let maker: Awaited<ReturnType<typeof figureMaker>>
  beforeAll(async () => {
    maker = await figureMaker()
  })
  test.each(cases)('$name', async ({ rows, about, expect: wanted, ...world }) => {
    const all = await maker.figures(rows, world)
    const like = all.filter((row) =>
      Object.entries(about).every(([name, value]) => Reflect.get(row, name) === value),
    )
    const found = like.map((row, index) => only(row, Object.keys(wanted[index] ?? row)))
    expect(found).toEqual(wanted.map((row) => only(row, Object.keys(row))))
  })
}
