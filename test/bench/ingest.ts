import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { configOf } from '../support/config.ts'
import { child, median, type Told, withInstallation } from './children.ts'
import { writeTickets } from './tickets.ts'

const time = (name: string): string => `${name}: { column: ${name}, format: "%Y-%m-%d %H:%M:%S" }`
const config = configOf(`
- name: tickets
  files: "*.csv"
  format: table
  entity: ticket
  grain: item
  columns:
    id: number
    ${time('opened_at')}
    ${time('resolved_at')}
    ${time('closed_at')}
    status: state
    priority: priority
    category: category
    team: assignment_group
    owner: assigned_to
    subject: short_description
  values: { status: { Closed: closed } }
`)

/**
 * Ingest of so many tickets against DuckDB's own reader and casts over the same file, in turn: medians of `rounds`.
 * `careful` is the same file with one record that is not plain, so that all are read one by one.
 */
export const benchIngest = (count: number, rounds: number): Promise<string[]> =>
  withInstallation(config, async (dir) => {
    const path = join(dir, 'inbox', 'tickets.csv')
    await writeTickets(path, count)
    const megabytes = (await stat(path)).size / 1e6
    const floor: Told[] = []
    const ours: Told[] = []
    for (let round = 0; round < rounds; round++) {
      floor.push(await child('duckdb-alone.ts', path))
      ours.push(await child('ingest-alone.ts', dir))
    }
    await writeFile(path, 'INC-5" disk,2026-01-05 09:00:00,,,Closed,,,,,\n', { flag: 'a' })
    const careful = await child('ingest-alone.ts', dir, 'no')
    if (careful.records !== count + 1) throw new Error(`${careful.records} records were read one by one`)
    const alone = median(floor.map(({ seconds }) => seconds))
    const landed = median(ours.map(({ seconds }) => seconds))
    const staged = median(ours.map(({ seconds, staged: more }) => seconds + (more ?? 0)))
    const most = Math.max(...ours.map(({ megabytes: used }) => used ?? 0))
    const row = (name: string, seconds: number, memory = ''): string =>
      `| ${name} | ${seconds.toFixed(1)} | ${(seconds / alone).toFixed(1)} | ${memory} |`
    return [
      `${count.toLocaleString('en-GB')} tickets, ${megabytes.toFixed(0)} MB, 10 columns; medians of ${rounds}, in turn`,
      '',
      '| | seconds | ratio | peak MB |',
      '|---|---|---|---|',
      row('DuckDB alone: read_csv as text, casts', alone),
      row('ingest: counted, checked, keyed, landed', landed, String(most)),
      row('ingest and staging: also cast, mapped, each record judged', staged),
      row('ingest, row by row: one record is not plain', careful.seconds, String(careful.megabytes)),
    ]
  })
