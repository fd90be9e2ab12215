import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { disk, type Effects } from '../../etl/effects.ts'
import { Erased } from '../../etl/ingest/erased.ts'
import { configOf, csv, itemSource } from '../support/config.ts'
import { installation, night } from '../support/installation.ts'
import { purgeIn } from './run.ts'

const effects: Effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }
const asked = itemSource.replace('team: team', 'team: team, requester: who')
const world = {
  config: configOf(asked),
  files: {
    'inbox/tickets.csv': csv(
      'id,opened,updated,resolved,status,owner,team,who',
      'T1,2026-03-02T09:00,,,new,Ann,Desk,Zoe Hall',
    ),
  },
}

const erasedUnder = async (secret: string): Promise<string> => {
  const dir = await installation(world)
  const none = new Erased(Buffer.from(secret), [], false)
  await none.and(['Ann Lee'], '2026-03-31T12:00:00.000Z').write(dir, effects)
  return dir
}

const before = 'the secret of before'

afterEach(() => vi.unstubAllEnvs())

test.each(['another secret than it', ''])(
  'under the secret "%s" nothing runs where someone was erased under the one of before, and it says why',
  async (secret) => {
    const dir = await erasedUnder(before)
    vi.stubEnv('ESCALATION_TRENDS_SECRET', secret)
    for (const run of [await night(dir), await purgeIn(dir)]) {
      expect(run.code).toBe(2)
      expect(run.log).toContain('.erased: it was written under another secret')
    }
    // and no new key is made, under which they would come back
    expect(await readdir(dir)).not.toContain('.key')
    expect(await readdir(dir)).not.toContain('landed')
  },
)

test('a damaged list of who was erased stops the night', async () => {
  const dir = await erasedUnder(before)
  vi.stubEnv('ESCALATION_TRENDS_SECRET', before)
  await writeFile(join(dir, '.erased'), '{"version": 1')
  const { code, log } = await night(dir)
  expect(code).toBe(2)
  expect(log).toContain('.erased: it is damaged')
})

test('what still lies in the inbox is landed anew under a new secret, and what does not is named', async () => {
  const dir = await installation(world)
  vi.stubEnv('ESCALATION_TRENDS_SECRET', 'first of three secrets')
  const key = 'select requester as key from fct_tickets'
  const [first] = await (await night(dir)).query(key)
  vi.stubEnv('ESCALATION_TRENDS_SECRET', 'second of three secrets')
  const [second] = await (await night(dir)).query(key)
  expect(second?.key).not.toBe(first?.key)
  await mkdir(join(dir, 'inbox'), { recursive: true })
  await writeFile(join(dir, 'inbox', 'tickets.csv'), '')
  vi.stubEnv('ESCALATION_TRENDS_SECRET', 'third of three secrets')
  const { code, log } = await night(dir)
  expect(code).toBe(0)
  expect(log).toContain('used as read under another secret: who asked in source "tickets" before')
})
