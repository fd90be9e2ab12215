import { DuckDBInstance } from '@duckdb/node-api'
import { tell } from './tell.ts'

/**
 * The floor: the tickets read by DuckDB alone as text, cast, and grouped by week and service with quantiles of the time to
 * acknowledge and to resolve, without any accounting. Of a log, the first event of each kind stands for the ticket's times.
 */
const [path = '', kind = 'item'] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
const connection = await instance.connect()
const began = performance.now()
await connection.run("set timezone = 'Europe/London'")
await connection.run(
  `create table read as from read_csv('${path}', all_varchar = true, header = true, delim = ',')`,
)
const instant = (name: string): string => `strptime(${name}, '%Y-%m-%d %H:%M')::timestamptz`
const items = `select id, service, priority, team, ${[
  'opened_at',
  'acknowledged_at',
  'resolved_at',
  'updated_at',
]
  .map((name) => `${instant(name)} as ${name}`)
  .join(', ')} from read`
const events = `select id, any_value(service) as service, min(${instant('opened_at')}) as opened_at,
  min(${instant('"at"')}) filter (status = 'Open') as acknowledged_at,
  min(${instant('"at"')}) filter (status = 'Done') as resolved_at from read group by id`
await connection.run(`create table tickets as ${kind === 'item' ? items : events}`)
const minutes = (name: string): string => `(epoch_us(${name}) - epoch_us(opened_at)) / 6e7`
const quantiles = (name: string): string => `count(${name}) as ${name}_n,
  quantile_cont(${minutes(name)}, [0.5, 0.9]) as ${name}_minutes`
const grouped = await connection.runAndReadAll(`select date_trunc('week', opened_at) as week, service,
  count(*) as tickets, ${quantiles('acknowledged_at')}, ${quantiles('resolved_at')} from tickets group by all`)
tell(began, grouped.currentRowCount)
connection.closeSync()
instance.closeSync()
