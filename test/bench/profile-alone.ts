import { join } from 'node:path'
import { type Bindings, Database } from '../../etl/db/database.ts'
import { disk } from '../../etl/effects.ts'
import { nightly } from '../../etl/nightly.ts'
import { tell } from './tell.ts'

/** An operator of a plan, as DuckDB's profiler tells of it. */
interface Operator {
  readonly operator_name?: string
  readonly operator_timing?: number
  readonly children?: readonly Operator[]
}

/** What operators do; the first that fits counts. */
const kinds: readonly (readonly [kind: string, names: RegExp])[] = [
  ['write tables', /^(CREATE_TABLE|BATCH_CREATE|INSERT|DELETE|COPY)/],
  ['keep in between', /^(CTE|RECURSIVE|COLUMN_DATA|DELIM_SCAN)/],
  ['join', /JOIN|CROSS_PRODUCT/],
  ['group', /GROUP|DISTINCT|AGGREGATE/],
  ['sort and look around', /WINDOW|ORDER|TOP_N/],
  ['read', /SCAN|PARQUET|CSV/],
]
const kindOf = ({ operator_name = '' }: Operator): string =>
  kinds.find(([, names]) => names.test(operator_name))?.[0] ?? 'compute'

/** Seconds of an operator and all below it, by kind. */
function addUp(operator: Operator, sums: Record<string, number>): Record<string, number> {
  const kind = kindOf(operator)
  sums[kind] = (sums[kind] ?? 0) + (operator.operator_timing ?? 0)
  for (const below of operator.children ?? []) addUp(below, sums)
  return sums
}

/** A statement of a night: seconds of processor time in all, and of those that can be told by what they did. */
export interface Statement {
  readonly name: string
  readonly cpu: number
  readonly kinds: Readonly<Record<string, number>>
}

const statements: Statement[] = []
let file = ''
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
async function timed<T>(name: string, work: () => Promise<T>, of: Record<string, number> = {}): Promise<T> {
  const began = cpuSeconds()
  const result = await work()
  statements.push({ name, cpu: cpuSeconds() - began, kinds: of })
  return result
}

const { run, all, file: runFile, rowsOf, copy } = Database.prototype
const nameOf = (url: URL): string => url.pathname.split('/').slice(-2).join('/')
Object.assign(Database.prototype, {
  async run(this: Database, sql: string, bindings: Bindings = {}): Promise<void> {
    const name = file || (/^\w+( \w+)?/.exec(sql)?.[0] ?? '')
    if (!/^(create table \w+ as|create or replace temp table|insert into)/.test(sql))
      return timed(name, () => run.call(this, sql, bindings))
    const of: Record<string, number> = {}
    await timed(
      name,
      async () => {
        const [told] = await all.call(this, `explain (analyze, format json) ${sql}`, bindings)
        addUp(JSON.parse(String(told?.explain_value)), of)
      },
      of,
    )
  },
  async file(this: Database, url: URL, ...more: never[]): Promise<void> {
    file = nameOf(url)
    await runFile.call(this, url, ...more)
    file = ''
  },
  rowsOf(this: Database, url: URL, bindings: Bindings = {}) {
    return timed(nameOf(url), () => rowsOf.call(this, url, bindings))
  },
  copy(this: Database, ...given: Parameters<typeof copy>) {
    return timed('copy to a file', () => copy.apply(this, given))
  },
})

/** Seconds that it takes to write every table of a warehouse once more, and nothing else. */
async function writtenOnce(data: string): Promise<number> {
  const database = await Database.open(join(data, 'once.duckdb'), [data], {
    memoryMb: 500,
    spill: join(data, 'spill'),
  })
  try {
    await database.run(`attach '${join(data, 'warehouse.duckdb')}' as warehouse (read_only)`)
    const tables = await all.call(
      database,
      "select table_name as name from duckdb_tables() where database_name = 'warehouse'",
    )
    const began = performance.now()
    for (const { name } of tables)
      await run.call(database, `create table "${name}" as from warehouse."${name}"`, {})
    return (performance.now() - began) / 1000
  } finally {
    await database.close()
  }
}

/** A first night over an installation, statement by statement, and what it would take to write what it leaves. */
const [data = ''] = process.argv.slice(2)
const lines: string[] = []
const effects = { now: () => new Date(), log: (line: string) => lines.push(line), progress: () => {}, disk }
const began = performance.now()
const options = { data, asOf: null, hasSite: false, out: '', isRepublish: true }
if ((await nightly(options, effects)) !== 0) throw new Error(lines.join('\n'))
const took = (performance.now() - began) / 1000
tell(began, 0, { night: took, statements, once: await writtenOnce(data) })
