import fc from 'fast-check'
import { expect } from 'vitest'
import { installation, type Night, night, put, type World } from '../support/installation.ts'
import { monthConfig, monthOfExports } from '../support/month.ts'

type Files = NonNullable<World['files']>

/** All facts of a warehouse, table by table, as text. */
async function factsOf({ query }: Night): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    `select table_name as name from duckdb_tables() where regexp_matches(table_name, '^(fct|dim)_') order by name`,
  )
  const told = tables.map(
    ({ name }) =>
      `select '${name}' as name, string_agg(to_json(t)::varchar, chr(10) order by to_json(t)::varchar) as facts from "${name}" as t`,
  )
  const facts = await query<{ name: string; facts: string }>(told.join(' union all '))
  return Object.fromEntries(facts.map(({ name, facts }) => [name, facts]))
}

/** The facts after nights that each bring some of the files, and after one more that brings none. */
async function factsAfter(nights: readonly Files[], again: boolean): Promise<Record<string, string>[]> {
  const dir = await installation({ config: monthConfig, files: { '.key': 'a'.repeat(64) } })
  let last: Night | null = null
  for (const files of nights.filter((one) => Object.keys(one).length > 0)) {
    await put(dir, files)
    last = await night(dir)
    if (last.code !== 0) throw new Error(last.log)
  }
  if (!last) throw new Error('no night brought a file')
  const facts = await factsOf(last)
  return again ? [facts, await factsOf(await night(dir))] : [facts]
}

/** Deals the files out to nights: the nth file arrives in the night that the nth number names. */
const dealt = (files: Files, numbers: readonly number[], nights: number): Files[] =>
  Array.from({ length: nights }, (_, index) =>
    Object.fromEntries(Object.entries(files).filter((_, nth) => numbers[nth % numbers.length] === index)),
  )

/**
 * Holds that generated months of exports, dealt out to some nights in any way, an older file late or not, give the facts
 * that one night with all of them gives, and that a night without anything new gives them again.
 */
export const holdInAnyOrder = (size: { days: number; nights: number; months: number }): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.array(fc.nat(size.nights - 1), { minLength: 40, maxLength: 90 }),
      async (seed, numbers) => {
        const files = monthOfExports(seed, size.days)
        const [atOnce] = await factsAfter([files], false)
        const [split, again] = await factsAfter(dealt(files, numbers, size.nights), true)
        expect(split).toEqual(atOnce)
        expect(again).toEqual(atOnce)
      },
    ),
    { numRuns: size.months, endOnFailure: true },
  )
