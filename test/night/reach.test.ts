import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { openIngest } from '../../etl/ingest/ingest.ts'
import { openWarehouse } from '../../etl/night/warehouse.ts'
import { workshopOf } from '../../etl/publish/commit.ts'
import { night } from '../support/installation.ts'
import { firstExports, fresh } from './world.ts'

const kinds = ['warehouse', 'ingest'] as const

/** What no statement of a night may do, whatever a cell or a setting could make of it. */
const forbidden: [string, (dir: string) => string][] = [
  ['read the key', (dir) => `from read_text('${dir}/.key')`],
  ['read the key by dots', (dir) => `from read_text('${dir}/landed/../.key')`],
  ['read the settings', (dir) => `from read_text('${dir}/config.yaml')`],
  ['list the installation', (dir) => `from glob('${dir}/*')`],
  ['read the accounts of the machine', () => "from read_text('/etc/passwd')"],
  ['attach what stands', (dir) => `attach '${dir}/warehouse.duckdb' as standing`],
  ['attach what is elsewhere', () => `attach '${tmpdir()}/elsewhere.duckdb' as elsewhere`],
  ['write beside the installation', (dir) => `copy (select 1) to '${dir}-beside.csv'`],
  ['write over the settings', (dir) => `copy (select 1) to '${dir}/config.yaml'`],
  ['write into a release', (dir) => `copy (select 1) to '${dir}/current/run.json'`],
  ['install an extension', () => 'install httpfs'],
  ['load an extension', () => 'load httpfs'],
  ['fetch from the network', () => "from read_csv('http://127.0.0.1:9/x.csv')"],
  ['give itself more memory', () => "set memory_limit = '1TB'"],
  ['give itself more reach', () => "set allowed_directories = ['/']"],
]

let dir: string
beforeAll(async () => {
  dir = await fresh(firstExports)
  await night(dir)
})

describe.each(kinds)('the database of a night: %s', (kind) => {
  let database: Database
  beforeAll(async () => {
    const workshop = workshopOf(dir, 'a-run')
    await mkdir(workshop, { recursive: true })
    database =
      kind === 'warehouse'
        ? await openWarehouse(dir, workshop)
        : await openIngest({ installation: dir, workshop, secret: Buffer.from('secret') })
  })
  afterAll(() => database.close())

  test.each(forbidden)('cannot %s', async (_, sql) => {
    await expect(database.all(sql(dir))).rejects.toThrow(/disabled|locked|not allowed|Permission/i)
  })

  test('can read what is landed', async () => {
    const [found] = await database.all(
      `select count(*) > 0 as has_rows from read_parquet('${join(dir, 'landed', '*.parquet')}')`,
    )
    expect(found).toEqual({ has_rows: true })
  })
})
