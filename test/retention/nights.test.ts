import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configOf, csv, eventSource, itemSource } from '../support/config.ts'
import { installation, night, put } from '../support/installation.ts'
import { purgeIn } from './run.ts'
import { traces } from './traces.ts'

const head = 'id,at,order,status,owner,team,actor,opened'
const event = (id: string, day: string): string => `${id},${day}T09:00,1,new,,,,${day}T09:00`
const ticket = (id: string, day: string): string => `${id},${day}T09:00,,,new,Ann,Desk`
const required = `${eventSource.trimEnd()}\n  required: true\n${itemSource}`
const retention = (days: number) => `retention: { landed_days: ${days} }`

/** Old and new exports; those of the required source are all old. */
const world = {
  config: configOf(required, retention(1000)),
  files: {
    'inbox/log-a.csv': { content: csv(head, event('L1', '2016-03-02')), at: '2016-03-03T02:00:00Z' },
    'inbox/log-b.csv': { content: csv(head, event('L2', '2018-03-02')), at: '2018-03-03T02:00:00Z' },
    'inbox/tickets-old.csv': {
      content: csv('id,opened,updated,resolved,status,owner,team', ticket('T1', '2017-03-02')),
      at: '2017-03-03T02:00:00Z',
    },
    'inbox/tickets.csv': csv('id,opened,updated,resolved,status,owner,team', ticket('T2', '2026-03-02')),
  },
}
const inbox = Object.keys(world.files).map((name) => name.slice('inbox/'.length))
const at = (iso: string) => ({ now: () => new Date(iso) })
const landedIn = async (dir: string) => {
  const names = await readdir(join(dir, 'landed'))
  return {
    landed: names.filter((name) => name.endsWith('.parquet')).length,
    gone: names.filter((name) => name.endsWith('.gone')).length,
  }
}

test('a first night over ten years of exports, the nights after it, and the inbox', {
  timeout: 60_000,
}, async () => {
  const dir = await installation(world)

  const first = await night(dir, [], at('2026-04-01T02:00:00Z'))
  expect(first.code).toBe(0)
  expect(first.log).toContain('all that was read of source "log" is past retention.landed_days')
  expect(await landedIn(dir)).toEqual({ landed: 1, gone: 3 })
  expect(await first.query('select ticket_id as id from fct_tickets')).toEqual([{ id: 'T2' }])

  await writeFile(join(dir, 'config.yaml'), configOf(required, retention(3400)))
  const second = await night(dir, [], at('2026-04-02T02:00:00Z'))
  // those of 2017 and of 2018 are inside again, that of 2016 is not
  expect(second.log).toContain('log-a.csv was left aside')
  expect(second.log).toContain('npm run purge -- --inbox')
  expect((await second.run()).files.map(({ name }) => name)).not.toContain('log-a.csv')
  expect(await landedIn(dir)).toEqual({ landed: 3, gone: 1 })

  await writeFile(join(dir, 'config.yaml'), configOf(required, retention(1000)))
  const purged = await purgeIn(dir, ['--inbox'], at('2026-04-03T02:00:00Z'))
  expect(purged.code).toBe(0)
  expect(purged.log).toMatch(/removed {4}landed\/[0-9a-f]{64}\.parquet, exported 2018-03-03 \(log-b\.csv\)/)
  for (const name of inbox.filter((one) => one !== 'tickets.csv'))
    expect(purged.log).toContain(`removed    inbox/${name}`)
  expect(await readdir(join(dir, 'inbox'))).toEqual(['tickets.csv'])
  expect(purged.log).toContain('published  release')
})

test('a replay removes nothing, and neither does a night by a doubtful clock until a person asks for it', {
  timeout: 120_000,
}, async () => {
  const dir = await installation(world)
  const replay = await night(dir, ['--as-of', '2026-03-31T12:00:00Z'], at('2026-04-01T02:00:00Z'))
  expect(replay.code).toBe(0)
  expect(await landedIn(dir)).toEqual({ landed: 4, gone: 0 })
  const late = await night(dir, [], at('2026-06-01T02:00:00Z'))
  expect(late.log).toContain(
    '3 files of landed/ and quarantine/ past retention stay, since no night was published',
  )
  expect(await landedIn(dir)).toEqual({ landed: 4, gone: 0 })
  const purged = await purgeIn(dir, [], at('2026-06-01T03:00:00Z'))
  expect(purged.code).toBe(0)
  expect(await landedIn(dir)).toEqual({ landed: 1, gone: 3 })
  expect(
    JSON.parse(
      await readFile(
        join(
          dir,
          'landed',
          (await readdir(join(dir, 'landed'))).find((name) => name.endsWith('.gone')) ?? '',
        ),
        'utf8',
      ),
    ),
  ).toMatchObject({ removed_at: '2026-06-01T03:00:00.000Z', reason: 'retention' })
})

test('an export that was never read stays in the inbox, and is named', async () => {
  const dir = await installation({
    ...world,
    files: { 'inbox/notes.txt': { content: 'x', at: '2016-03-03T02:00:00Z' } },
  })
  const { code, log } = await purgeIn(dir, ['--inbox'])
  expect(code).toBe(0)
  expect(log).toContain('stays      inbox/notes.txt: it is as old and was never read')
  expect(await readdir(join(dir, 'inbox'))).toEqual(['notes.txt'])
})

test('the same bytes that come with a new export after they were removed are read again, as of then', async () => {
  const dir = await installation(world)
  await night(dir, [], at('2026-04-01T02:00:00Z'))
  expect(await landedIn(dir)).toEqual({ landed: 1, gone: 3 })
  const again = world.files['inbox/tickets-old.csv'].content
  await put(dir, { 'inbox/tickets-new.csv': { content: again, at: '2026-04-01T20:00:00Z' } })
  const { code, query } = await night(dir, [], at('2026-04-02T02:00:00Z'))
  expect(code).toBe(0)
  expect(await landedIn(dir)).toEqual({ landed: 2, gone: 2 })
  const [file] = await query(
    "select known_at::varchar as known_at from dim_files where list_contains(names, 'tickets-new.csv')",
  )
  expect(file?.known_at).toBe('2026-04-01 20:00:00+00')
})

test('what was set aside is listed night for night, and after its days nothing of what it held is left', {
  timeout: 60_000,
}, async () => {
  const bad = ['T2,some time,1,new,,,,', 'T3,2026-03-02T09:00,1,new,,,,,overlong']
  const dir = await installation({
    config: configOf(eventSource, 'retention: { quarantine_days: 50 }'),
    files: { 'inbox/log.csv': csv(head, event('T1', '2026-03-02'), ...bad) },
  })
  const held = async (): Promise<string[]> => {
    const names = (await readdir(join(dir, 'quarantine'))).filter((name) => name.endsWith('.csv'))
    const texts = await Promise.all(names.map((name) => readFile(join(dir, 'quarantine', name), 'utf8')))
    for (const text of texts) expect(text.trim().split('\n')).toHaveLength(3)
    return texts.map((text) => `${text.includes('some time')} ${text.includes('overlong')}`).sort()
  }
  const found: string[][] = []
  for (const day of ['04-01', '05-01', '05-21', '05-22', '05-23']) {
    expect((await night(dir, [], at(`2026-${day}T02:00:00Z`))).code).toBe(0)
    found.push(await held())
  }
  const [all, none] = ['true true', 'false false']
  expect(found).toEqual([[all], [all, all], [all, all], [none, all], [none]])
  expect(await readdir(join(dir, 'quarantine', 'rows'))).toEqual([])
})

test('who was erased is no owner by a map of values that is written later', async () => {
  const dir = await installation({
    config: configOf(eventSource),
    files: { 'inbox/log.csv': csv(head, 'T1,2026-03-02T09:00,1,new,XQ,,,') },
  })
  await night(dir)
  expect((await purgeIn(dir, ['--person', 'Ann Lee'])).code).toBe(0)
  await writeFile(
    join(dir, 'config.yaml'),
    configOf(`${eventSource.trimEnd()}\n  values: { owner: { XQ: Ann Lee } }`),
  )
  const { code, query } = await night(dir)
  expect(code).toBe(0)
  expect(await query('select distinct owner from fct_ownership')).toEqual([{ owner: '(erased)' }])
  expect(await traces(dir, ['Ann Lee'])).toEqual([])
})
