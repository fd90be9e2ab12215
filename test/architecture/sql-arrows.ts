import { DuckDBInstance } from '@duckdb/node-api'
import type { HouseFile } from './tree.ts'

/** What a file of SQL reads, as DuckDB itself takes it apart. */
export interface Reads {
  readonly statements: number
  readonly tables: readonly string[]
  readonly functions: readonly string[]
  readonly problem: string | null
}

interface Node {
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

function visit(value: unknown, see: (node: Node) => void): void {
  if (!isNode(value)) return
  if (!Array.isArray(value)) see(value)
  for (const part of Object.values(value)) visit(part, see)
}

function readsOf(tree: Node): Reads {
  const tables = new Set<string>()
  const named = new Set<string>()
  const functions = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'BASE_TABLE') tables.add(String(node.table_name))
    if (node.type === 'TABLE_FUNCTION' && isNode(node.function))
      functions.add(String(node.function.function_name))
    if (isNode(node.cte_map))
      visit(node.cte_map.map, ({ key }) => key !== undefined && named.add(String(key)))
  })
  return {
    statements: Array.isArray(tree.statements) ? tree.statements.length : 0,
    tables: [...tables].filter((table) => !named.has(table)),
    functions: [...functions],
    problem: tree.error === true ? String(tree.error_message) : null,
  }
}

/** Takes files of SQL apart without running them. */
export async function readSql(files: readonly HouseFile[]): Promise<ReadonlyMap<string, Reads>> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const reads = new Map<string, Reads>()
    for (const { path, text } of files) {
      const result = await connection.runAndReadAll('select json_serialize_sql($sql::varchar)', { sql: text })
      reads.set(path, readsOf(JSON.parse(String(result.getRows()[0]?.[0]))))
    }
    return reads
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

interface SqlArrow {
  readonly id: string
  readonly place: RegExp
  readonly breaks: (reads: Reads) => readonly string[]
}

const besides =
  (allowed: RegExp) =>
  ({ tables }: Reads): string[] =>
    tables.filter((table) => !allowed.test(table))

/** Functions that read files, or tables by a name that is not written down. */
const outside = /^(read_|parquet_|glob$|sniff_|query(_table)?$)/

/** What each file of SQL may read. */
export const sqlArrows: readonly SqlArrow[] = [
  {
    id: 'measures-read-facts',
    place: /^etl\/measures\/[^/]+\/.+\.sql$/,
    breaks: besides(/^(fct|dim)_/),
  },
  { id: 'facts-read-staging', place: /^etl\/facts\/(fct|dim)_.+\.sql$/, breaks: besides(/^(stg|fct|dim)_/) },
  {
    id: 'staging-reads-landed',
    place: /^etl\/facts\/stg_.+\.sql$/,
    breaks: besides(/^(stg|dim)_|^landed$|^landing_template$|^message_threads$/),
  },
  {
    id: 'one-select-a-file',
    place: /^etl\/(facts|measures|checks)\/.+\.sql$/,
    breaks: ({ statements, problem }) =>
      problem ? [problem] : statements === 1 ? [] : [`${statements} selects`],
  },
  {
    id: 'only-staging-reads-files',
    place: /^etl\/(facts\/(fct|dim)_|measures\/|checks\/).+\.sql$/,
    breaks: ({ functions }) => functions.filter((name) => outside.test(name)),
  },
]
