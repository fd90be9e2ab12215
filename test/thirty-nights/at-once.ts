import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { csv } from '../support/config.ts'
import { installation, night, put, type Night as Ran } from '../support/installation.ts'
import { configText } from './config.ts'
import type { Delivery } from './delivery.ts'
import type { Run } from './night.ts'
import { filesBelow } from './standing.ts'
import { key } from './story.ts'

/**
 * One night over everything that was ever delivered and could be read, as of the same time. A file that was replaced in
 * place lies there in each of its versions, one folder each; so does one that came under several names or at several
 * times. A file that was refused landed nothing and is left out: of a required source it would stop the night.
 */
export async function atOnce(
  delivered: readonly Delivery[],
  { settings, corrections, clock }: Run,
): Promise<Ran> {
  const lines = corrections.map(
    ({ item, status }) => `${item},status,${status},the tool has it wrong,Ann Lee`,
  )
  const dir = await installation({
    config: configText(settings),
    files: {
      ...key,
      ...(lines.length > 0 && { 'corrections.csv': csv('item,field,value,reason,by', ...lines) }),
    },
  })
  const sound = delivered.filter(({ refused }) => refused === null)
  for (const [index, { name, bytes, at }] of sound.entries())
    await put(dir, {
      [join('inbox', String(index), name)]: { content: bytes, at: new Date(at).toISOString() },
    })
  return night(dir, [], { now: () => new Date(clock) })
}

/** Names of files are those that they came under: of a file they tell the tables nothing. */
const columnsOf = (table: string): string => (table === 'dim_files' ? '* exclude (names)' : '*')

/** Every fact and dimension of a warehouse, or other tables by how their names begin, table by table, as text. */
export async function factsOf(
  { query }: Pick<Ran, 'query'>,
  begins = 'fct|dim',
): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    `select table_name as name from duckdb_tables() where regexp_matches(table_name, '^(${begins})_') order by name`,
  )
  const told = tables.map(({ name }) => {
    const rows = `(select ${columnsOf(name)} from "${name}")`
    return `select '${name}' as name, string_agg(to_json(t)::varchar, chr(10) order by to_json(t)::varchar) as facts from ${rows} as t`
  })
  const facts = await query<{ name: string; facts: string }>(told.join(' union all '))
  return Object.fromEntries(facts.map(({ name, facts }) => [name, facts]))
}

/** What of a published file may differ between the two, and why. */
const mayDiffer: Readonly<Record<string, readonly string[]>> = {
  // when it was published, from which release on it is compared, and sentences that name files and the source that lacks one
  'manifest.json': ['run', 'built_at', 'next_update_due_at', 'previous_as_of', 'warnings'],
  // the same of the run; receipts and drift name files; what was published night by night is restated of the one and not of the other
  'run.json': [
    'run',
    'started_at',
    'finished_at',
    'stages',
    'files',
    'drift',
    'restated',
    'restated_days',
    'warnings',
  ],
}

/** What the release before said, which a first night has none of. */
const isOfTheNightBefore = (path: string): boolean => path === 'previous.json'

/** Names of files without the folders that they lay in, and the lists that stand in the order of such names in one of their own. */
function named(name: string, value: unknown): unknown {
  if (name === 'file' && typeof value === 'string') return basename(value)
  if (name === 'groups' && Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort()
  return value
}

/** Released files by their path: what they say, but for what may differ. */
export async function releasedOf(dir: string): Promise<Record<string, unknown>> {
  const release = join(dir, 'current')
  const told = (await filesBelow(release))
    .filter((path) => !isOfTheNightBefore(path))
    .map(async (path): Promise<[string, unknown]> => {
      const said = JSON.parse(await readFile(join(release, path), 'utf8'), named) as Record<string, unknown>
      const left = Object.entries(said).filter(([name]) => !(mayDiffer[path] ?? []).includes(name))
      return [path, Array.isArray(said) ? said : Object.fromEntries(left)]
    })
  return Object.fromEntries(await Promise.all(told))
}
