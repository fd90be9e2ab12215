import { join } from 'node:path'
import { runChecks } from '../../etl/checks/index.ts'
import type { Correction } from '../../etl/config/corrections.ts'
import { loadSettings } from '../../etl/config/load.ts'
import { Database } from '../../etl/db/database.ts'
import { setKey } from '../../etl/db/key.ts'
import { appliedCorrections } from '../../etl/facts/corrections.ts'
import { dimensionBindings } from '../../etl/facts/dimensions.ts'
import { buildFacts } from '../../etl/facts/index.ts'
import { settingBindings } from '../../etl/publish/compute.ts'
import { type Night, standing } from './installation.ts'

export type Said = readonly [item: string, field: Correction['field'], value: string]

/** Builds the facts of a night again with some corrections; its warehouse is left with them. */
export async function correct({ dir }: Night, said: readonly Said[]) {
  const settings = await loadSettings(dir)
  const { as_of } = await standing(dir)
  const corrections = said.map(
    ([item, field, value], index): Correction => ({ line: index + 2, item, field, value, reason: 'seen', by: 'Ann' }),
  ) // biome-ignore format: a row
  const bindings = {
    ...settingBindings(settings),
    ...dimensionBindings(settings, [], { corrections }),
    as_of,
  }
  const database = await Database.open(join(dir, 'warehouse.duckdb'), [dir])
  try {
    await setKey(database, Buffer.from('key'))
    const built = await database.all<{ name: string }>(
      `select table_name as name from duckdb_tables()
       where regexp_matches(table_name, '^(stg|fct)_') and table_name not in ('stg_records', 'stg_messages') or table_name in ('dim_corrections', 'dim_teams', 'dim_periods', 'dim_days', 'dim_words')`,
    )
    for (const { name } of built) await database.run(`drop table "${name}"`)
    await database.run('drop type word')
    const url = new URL('../../etl/facts/dim_corrections.sql', import.meta.url)
    await database.file(url, bindings, { create: 'dim_corrections' })
    await buildFacts(database, bindings, () => {})
    const checks = await runChecks(database, bindings)
    return {
      broken: checks.filter(({ severity, rows }) => severity === 'error' && rows > 0),
      ...(await appliedCorrections(database, as_of)),
    }
  } finally {
    await database.close()
  }
}
