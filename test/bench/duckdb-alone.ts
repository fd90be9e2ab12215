import { DuckDBInstance } from '@duckdb/node-api'
import { columns } from './tickets.ts'

/** The same file by DuckDB's own reader and casts, without any accounting: the floor. Seconds of both together. */
const [path = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
const connection = await instance.connect()
await connection.run("set timezone = 'UTC'")
const began = performance.now()
const types = columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')
await connection.run(
  `create table tickets as from read_csv('${path}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`,
)
const times = ['opened_at', 'resolved_at', 'closed_at']
const casts = columns.map((name) =>
  times.includes(name) ? `try_strptime(${name}, '%Y-%m-%d %H:%M:%S')::timestamptz as ${name}` : name,
)
await connection.run(`create table cast_tickets as select ${casts.join(', ')} from tickets`)
console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000 }))
connection.closeSync()
instance.closeSync()
