import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { warehouseLeftBy } from '../../etl/night/left-by.ts'
import { readLastGood } from '../../etl/publish/last-good.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight, night, put, type Night as Ran } from '../support/installation.ts'

const head = 'id,at,order,status,owner,team,actor,opened'
const first = csv(head, 'T1,2026-03-02T09:00,1,new,,,,', 'T2,2026-03-02T10:00,1,new,,,,')
const next = csv(head, 'T3,2026-03-03T09:00,1,new,,,,')
const config = configOf(eventSource)
const key = 'ab'.repeat(32)

const anew = ({ log }: Ran): string =>
  /\d+ items told anew|what the last night told is not built on: .*/.exec(log)?.[0] ?? 'all'

/** What the log of a night with one more file says, after something was done to the installation. */
async function afterwards(
  change: (dir: string) => Promise<unknown>,
  { words = [], days = 0 }: { readonly words?: readonly string[]; readonly days?: number } = {},
): Promise<string> {
  const { dir } = await goodNight({ config, files: { '.key': key, 'inbox/log-1.csv': first } })
  await change(dir)
  await put(dir, { 'inbox/log-2.csv': { content: next, at: '2026-04-01T12:00:00Z' } })
  const ran = await night(dir, words, { now: () => new Date(Date.now() + days * 86_400_000) })
  expect([ran.code, await ran.query('select count(*)::integer as n from fct_tickets')], ran.log).toEqual([
    0,
    [{ n: 3 }],
  ])
  return anew(ran)
}

const onlyLanded = async (dir: string): Promise<string> => {
  const [name = ''] = (await readdir(join(dir, 'landed'))).filter((file) => file.endsWith('.parquet'))
  return join(dir, 'landed', name)
}
const touched = (path: string): Promise<void> => utimes(path, new Date(), new Date('2026-01-01T00:00:00Z'))

test('what new files tell of is told anew, and all else stands', async () => {
  expect(await afterwards(async () => {})).toBe('1 items told anew')
})

test.each<[what: string, change: (dir: string) => Promise<unknown>, says: string]>([
  [
    'the settings are others',
    (dir) => put(dir, { 'config.yaml': config.replace('Somewhere', 'Elsewhere') }),
    'all',
  ],
  [
    'something is corrected',
    (dir) => put(dir, { 'corrections.csv': csv('item,field,value,reason,by', 'T1,owner,Ann,wrong,Ann') }),
    'all',
  ],
  ['the warehouse was written to', (dir) => touched(join(dir, 'warehouse.duckdb')), 'all'],
  ['the warehouse is gone', (dir) => rm(join(dir, 'warehouse.duckdb')), 'all'],
  ['last-good.json is gone', (dir) => rm(join(dir, 'last-good.json')), 'all'],
  [
    'what was landed was changed',
    async (dir) => touched(await onlyLanded(dir)),
    'what the last night told is not built on: landed files were changed since',
  ],
])('all is told anew where %s', async (_, change, says) => {
  expect(await afterwards(change)).toBe(says)
})

test('a file that is put into inbox/ again after the settings changed is read anew', async () => {
  const mapped = configOf(eventSource.replace('opened_at: opened', 'opened_at: opened, priority: level'))
  const file = csv(`${head},level`, 'T1,2026-03-02T09:00,1,new,,,,,P1')
  const { dir } = await goodNight({ config, files: { '.key': key, 'inbox/log-1.csv': file } })
  await rm(join(dir, 'inbox', 'log-1.csv'))
  await put(dir, { 'config.yaml': mapped, 'inbox/log-2.csv': { content: next, at: '2026-04-01T12:00:00Z' } })
  expect((await night(dir)).code).toBe(0)
  await put(dir, { 'inbox/log-1.csv': file })
  const { query } = await night(dir)
  expect(await query("select priority from fct_tickets where ticket_id = 'T1'")).toEqual([{ priority: 'P1' }])
})

test('all is told anew a week after it was last', async () => {
  expect(await afterwards(async () => {}, { days: 6.9 })).toBe('1 items told anew')
  expect(await afterwards(async () => {}, { days: 7 })).toBe('all')
})

test('all is told anew where that is asked for', async () => {
  expect(await afterwards(async () => {}, { words: ['--republish'] })).toBe('all')
})

test('a warehouse that is broken, though nobody can tell by its size and time, is not built on', async () => {
  const broken = async (dir: string): Promise<void> => {
    const path = join(dir, 'warehouse.duckdb')
    const bytes = await readFile(path)
    await writeFile(path, bytes.fill(7, bytes.length >> 2, bytes.length >> 1))
    const lastGood = await readLastGood(dir)
    if (!lastGood?.told) throw new Error('the night left nothing to build on')
    const told = { ...lastGood.told, warehouse: await warehouseLeftBy(dir) }
    await writeFile(join(dir, 'last-good.json'), JSON.stringify({ ...lastGood, told }))
  }
  expect(await afterwards(broken)).toMatch(/^what the last night told is not built on: /)
})
