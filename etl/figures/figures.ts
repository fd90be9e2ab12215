import type { Bindings, Database, Row } from '../db/database.ts'
import type { TidyRow } from '../measures/measure.ts'
import { declaredBy, kindsTold, type ToldMeasure, tellersOf } from './declare.ts'

export type { ToldMeasure } from './declare.ts'

const file = (name: string): URL => new URL(`${name}.sql`, import.meta.url)
/** In the order in which they are published. */
const statements = ['shares', 'quantiles', 'waiting', 'counts', 'slices'] as const

/** Makes the tables that measures add to, empty. */
async function prepare(database: Database, all: readonly ToldMeasure[], bindings: Bindings): Promise<void> {
  const declared = JSON.stringify(declaredBy(all, bindings))
  const tellers = JSON.stringify(tellersOf(all))
  await database.file(file('declared'), { declared }, { create: 'declared' })
  await database.file(file('tellers'), { tellers }, { create: 'tellers' })
  await database.file(file('observation_kinds'), bindings, { create: 'observation_kinds' })
  for (const name of ['told_template', 'published', 'observed_template', 'observations'])
    await database.file(file(name))
}

/** Adds what a measure observes to `observed`, and the figures that it writes itself to `published`. */
async function observe(database: Database, told: ToldMeasure, bindings: Bindings): Promise<void> {
  const { id, observes, writesFigures = observes.length === 0 } = told.measure
  const all = { ...bindings, measure: id, told_kinds: kindsTold(told), writes_figures: writesFigures }
  const given = { name: 'told', rows: told.sql, like: 'told_template' }
  if (observes.length > 0) await database.file(file('observed'), all, { insert: 'observed' }, given)
  if (writesFigures) await database.file(file('tidy'), all, { insert: 'published' }, given)
}

/**
 * The figures of all measures, tidy, by measure: those that each writes itself, and those made of what it observes.
 * They stand in the table `published`, and what they are made of in `observed`, for checks and analysts.
 */
export async function figuresOf(
  database: Database,
  all: readonly ToldMeasure[],
  bindings: Bindings,
): Promise<Map<string, TidyRow[]>> {
  await prepare(database, all, bindings)
  const readers = all.filter(({ measure }) => measure.readsPromises)
  for (const told of all) if (!readers.includes(told)) await observe(database, told, bindings)
  await database.file(file('fct_promises'), bindings, { create: 'fct_promises' })
  for (const told of readers) await observe(database, told, bindings)
  await database.file(file('points'), bindings, { replace: 'points' })
  for (const name of statements) await database.file(file(name), bindings, { insert: 'published' })
  await database.run('drop table told_template')
  const rows = await database.all<TidyRow & Row & { measure: string }>('from published order by rowid')
  return Map.groupBy(rows, ({ measure }) => measure)
}
