import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'
import { type Bindings, bind } from './bind.ts'
import { memoryLimitMb, scratchLimitBytes } from './limits.ts'

export type { Bindings, Bound } from './bind.ts'
export type Row = Readonly<Record<string, unknown>>

const rowsInChunk = 2048
/** How many threads a database may take: two, unless the environment says otherwise. */
const threads = process.env.ESCALATION_TRENDS_THREADS ?? '2'

const copyOptions = {
  // smaller groups of rows than the default: it is faster so, and takes half the memory
  parquet: 'format parquet, compression zstd, row_group_size 40960',
  csv: 'format csv, header, force_quote *',
} as const

/** Where the rows of a select go: into a new table, one that lasts as long as the connection, or one that is there. */
export type Target = { readonly create: string } | { readonly replace: string } | { readonly insert: string }

function leadOf(target: Target | undefined): string {
  if (!target) return ''
  if ('create' in target) return `create table ${target.create} as\n`
  if ('replace' in target) return `create or replace temp table ${target.replace} as\n`
  return `insert into ${target.insert} by name\n`
}

/** Rows that a statement reads by a name: of the select in another .sql file, with all columns of a table. */
export interface Given {
  readonly name: string
  readonly rows: URL
  readonly like: string
}

/** Puts given rows before a statement, as the first of those that it reads by name. */
async function withGiven(sql: string, { name, rows, like }: Given): Promise<string> {
  const given = await readFile(rows, 'utf8')
  const [, comments = '', rest = ''] = /^((?:--.*\n)*)([\s\S]*)$/.exec(sql) ?? []
  const first = `${comments}with ${name} as not materialized (\nfrom ${like} union all by name (\n${given}\n))`
  return `${first}${rest.replace(/^with\b|^/, (word) => (word ? ',' : '\n'))}`
}

/** Does something with the text of a .sql file; what it throws names the file. */
async function named<T>(url: URL, work: (sql: string) => Promise<T>): Promise<T> {
  const sql = await readFile(url, 'utf8')
  try {
    return await work(sql)
  } catch (error) {
    const file = url.pathname.split('/').slice(-3).join('/')
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
}

/** What a database may take and reach beside its folders. */
export interface Limits {
  /** Memory before it spills, in MB; without it, and at most, `memoryLimitMb()`. */
  readonly memoryMb?: number
  /** The folder that it then spills to, made when it is first needed in one that is there; without one it fails instead. */
  readonly spill?: string
  /** Single files that it may reach. */
  readonly files?: readonly string[]
}

const listed = (paths: readonly string[]): string =>
  `[${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}]`

/** What is free goes back to the machine soon, and rows wait in small groups to be written: the limit is then nearly all that it takes. */
const thrift = {
  allocator_background_threads: 'true',
  allocator_flush_threshold: '16MB',
  allocator_bulk_deallocation_flush_threshold: '32MB',
  write_buffer_row_group_memory_limit: '64MB',
}

async function configOf({ memoryMb = Number.POSITIVE_INFINITY, spill }: Limits) {
  return {
    threads,
    memory_limit: `${Math.min(memoryMb, memoryLimitMb())}MB`,
    temp_directory: spill ?? '',
    ...(spill && { max_temp_directory_size: `${await scratchLimitBytes(dirname(spill))}B` }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_persistent_secrets: 'false',
    ...thrift,
  }
}

/** A DuckDB database that reads and writes below `folders` only, fetches nothing and runs in UTC. */
export class Database {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance
    this.#connection = connection
  }

  /** Opens (and makes) the database at `path`. Throws where another process has it open. */
  static async open(path: string, folders: readonly string[], limits: Limits = {}): Promise<Database> {
    const instance = await DuckDBInstance.create(path, await configOf(limits))
    const database = new Database(instance, await instance.connect())
    await database.#lockDown(folders, limits.files ?? [])
    return database
  }

  async #lockDown(folders: readonly string[], files: readonly string[]): Promise<void> {
    await this.#connection.run("set timezone = 'UTC'")
    await this.#connection.run('set preserve_insertion_order = true')
    await this.#connection.run(`set allowed_directories = ${listed(folders.map((folder) => `${folder}/`))}`)
    await this.#connection.run(`set allowed_paths = ${listed(files)}`)
    await this.#connection.run('set enable_external_access = false')
    await this.#connection.run('set lock_configuration = true')
  }

  async run(sql: string, bindings: Bindings = {}): Promise<void> {
    const { values, types } = bind(sql, bindings)
    await this.#connection.run(sql, values, types)
  }

  /** All rows of a query as plain objects; times and 64-bit integers are text, so cast in the query what is to be a number. */
  async all<T extends Row = Row>(sql: string, bindings: Bindings = {}): Promise<T[]> {
    const { values, types } = bind(sql, bindings)
    const reader = await this.#connection.runAndReadAll(sql, values, types)
    return reader.getRowObjectsJson() as unknown as T[]
  }

  /** Runs the statement of a .sql file, or makes a table of what it selects, or adds that to one. */
  async file(url: URL, bindings: Bindings = {}, as?: Target, given?: Given): Promise<void> {
    await named(url, async (sql) =>
      this.run(leadOf(as) + (given ? await withGiven(sql, given) : sql), bindings),
    )
  }

  /** The rows of the select in a .sql file. */
  async rowsOf<T extends Row = Row>(url: URL, bindings: Bindings = {}): Promise<T[]> {
    return named(url, (sql) => this.all<T>(sql, bindings))
  }

  /** A way to add rows to a table by columns, a chunk at a time. */
  async appender(table: string, types: readonly DuckDBType[]): Promise<Appender> {
    const appender = await this.#connection.createAppender(table)
    // one for all rows: what a chunk takes outside of JavaScript's heap is given back late
    const chunk = DuckDBDataChunk.create(types)
    return {
      append: (columns) => {
        const rows = columns[0]?.length ?? 0
        for (let from = 0; from < rows; from += rowsInChunk) {
          chunk.reset()
          chunk.rowCount = Math.min(rowsInChunk, rows - from)
          columns.forEach((column, index) => {
            chunk.setColumnValues(index, column.slice(from, from + rowsInChunk))
          })
          appender.appendDataChunk(chunk)
        }
      },
      close: () => {
        appender.closeSync()
      },
    }
  }

  /** Writes the rows of a query, in their order, into a Parquet or CSV file. */
  async copy(query: string, path: string, format: keyof typeof copyOptions = 'parquet'): Promise<void> {
    const options = copyOptions[format]
    await this.#connection.run(`copy (${query}) to '${path.replaceAll("'", "''")}' (${options})`)
  }

  /** Puts everything into the file. Throws where it does not fit: `close` would say nothing of it. */
  async save(): Promise<void> {
    await this.#connection.run('checkpoint')
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }
}

export interface Appender {
  /** `columns[i]` holds the values of column i; all have the same length. */
  readonly append: (columns: readonly (readonly DuckDBValue[])[]) => void
  readonly close: () => void
}

export { INTEGER, VARCHAR } from '@duckdb/node-api'
