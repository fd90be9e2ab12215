import { createHmac } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { setKey } from '../../etl/db/key.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { readSecret } from '../../etl/ingest/keys.ts'
import { configOf, csv, itemSource } from '../support/config.ts'
import { folder, goodNight, installation, night } from '../support/installation.ts'
import { memory } from '../support/memory.ts'

const effects: Effects = { now: () => new Date(0), log: () => {}, progress: () => {}, disk }

describe('a key', () => {
  const keyed = async (person: string, secret = 'secret'): Promise<unknown> => {
    const database = await memory()
    await setKey(database, Buffer.from(secret))
    return (await database.all('select keyed($person) as key', { person }))[0]?.key
  }

  test.each([' Ann Lee', 'ann  lee', 'ANN LEE\t'])('of "%s" is that of Ann Lee', async (spelling) => {
    expect(await keyed(spelling)).toBe(await keyed('Ann Lee'))
  })

  test('is that of nobody else', async () => {
    expect(await keyed('Ann Leo')).not.toBe(await keyed('Ann Lee'))
  })

  test.each(['secret', 'other', 'x'.repeat(64), 'a secret longer than a block of the hash '.repeat(3)])(
    'is the HMAC-SHA-256 of the folded name under the secret "%s"',
    async (secret) => {
      const hmac = createHmac('sha256', secret).update('ann lée').digest('hex').slice(0, 32)
      expect(await keyed('Ann  Lée', secret)).toBe(hmac)
    },
  )
})

describe('the secret', () => {
  test('is made when it is first needed, for its owner alone, and stays', async () => {
    const dir = await folder()
    const first = await readSecret(dir, {}, effects)
    expect(first.length).toBeGreaterThanOrEqual(32)
    expect((await stat(join(dir, '.key'))).mode & 0o777).toBe(0o600)
    expect(await readSecret(dir, {}, effects)).toEqual(first)
  })

  test('differs between installations', async () => {
    const [one, other] = [await folder(), await folder()]
    expect(await readSecret(one, {}, effects)).not.toEqual(await readSecret(other, {}, effects))
  })

  test('may be given from outside, and then none is written', async () => {
    const dir = await folder()
    const given = 'sixteen bytes it'
    expect(await readSecret(dir, { ESCALATION_TRENDS_SECRET: given }, effects)).toEqual(Buffer.from(given))
    await expect(stat(join(dir, '.key'))).rejects.toThrow('ENOENT')
  })
})

test.each([
  ['.key', { '.key': 'fifteen bytes i' }, ''],
  ['.key', { '.key': '' }, ''],
  ['ESCALATION_TRENDS_SECRET', { '.key': 'a'.repeat(64) }, 'fifteen bytes i'],
])('a secret in %s by which names could be found by trying stops the night', async (place, files, given) => {
  vi.stubEnv('ESCALATION_TRENDS_SECRET', given)
  onTestFinished(() => void vi.unstubAllEnvs())
  const dir = await installation({ config: configOf(itemSource), files })
  const { code, log } = await night(dir)
  expect(code).toBe(2)
  expect(log).toMatch(new RegExp(`${place}: the secret has (15|0) bytes, .*: set one of 32 random bytes`))
  expect(await readdir(dir)).not.toContain('landed')
})

test('a requester’s name is written nowhere: not in what is landed, the warehouse or the release', async () => {
  const source = `
- name: tickets
  files: "tickets.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, requester: who }
`
  const good = await goodNight({
    config: configOf(source),
    files: { 'inbox/tickets.csv': csv('id,opened,who', 'T1,2026-03-02T09:00,Xaviera Quillfeather') },
  })
  expect(await good.query('select length(requester) as length from fct_tickets')).toEqual([{ length: '32' }])
  const { files } = await good.run()
  const landed = join(good.dir, 'landed', files[0]?.sha256 ?? '')
  for (const path of [`${landed}.parquet`, `${landed}.json`, join(good.dir, 'warehouse.duckdb')])
    expect((await readFile(path)).includes('Quillfeather')).toBe(false)
})
