import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight, night, put, standing } from '../support/installation.ts'

const root = resolve(import.meta.dirname, '../..')
const head = 'id,at,order,status,owner,team,actor,opened'
const log = csv(head, 'T1,2026-03-02T09:00,1,new,,,,', 'T1,2026-03-02T10:00,2,resolved,,,,')
const config = configOf(eventSource)
const world = { config, files: { 'inbox/log.csv': log } }
const json = async (...path: string[]) => JSON.parse(await readFile(join(...path), 'utf8'))
const inHours = (hours: number) => ({ now: () => new Date(Date.now() + hours * 3_600_000) })

test('a night with nothing new publishes nothing, ends well and says so', async () => {
  const { dir } = await goodNight(world)
  const [before, first] = [await standing(dir), await json(dir, 'last-good.json')]
  const { code, lines } = await night(dir, [], inHours(24))
  expect([code, lines.at(-1)]).toEqual([
    0,
    `nothing new: release ${before.run}, as of 2026-03-31T12:00:00.000Z, says all there is and stands`,
  ])
  expect(await standing(dir)).toEqual(before)
  const second = await json(dir, 'last-good.json')
  expect(second).toEqual({
    ...first,
    looked_at: expect.any(String),
    next_update_due_at: expect.any(String),
  })
  for (const what of ['looked_at', 'next_update_due_at'])
    expect(Date.parse(second[what]) - Date.parse(first[what])).toBeGreaterThan(22 * 3_600_000)
  expect(await json(dir, 'last-night.json')).toMatchObject({ exit_code: 0, run: null })
})

test('what the release that stands warns of is said each night', async () => {
  const bad = csv('id,when', 'T1,x')
  const { dir, lines } = await goodNight({ config, files: { ...world.files, 'inbox/log-2.csv': bad } })
  const warned = lines.filter((line) => line.startsWith('warning: '))
  expect(warned).toEqual([expect.stringContaining('log-2.csv was refused')])
  const again = await night(dir)
  expect(again.log).toContain('nothing new')
  expect(again.lines.filter((line) => line.startsWith('warning: '))).toEqual(warned)
})

describe('it publishes where', () => {
  type Change = readonly [string, (dir: string) => Promise<void>]
  const changes: Change[] = [
    ['an export came', (dir) => put(dir, { 'inbox/log-2.csv': csv(head, 'T2,2026-03-03T09:00,1,new,,,,') })],
    ['the same export came under another name', (dir) => put(dir, { 'inbox/log-2.csv': log })],
    ['an export is gone', (dir) => rm(join(dir, 'inbox', 'log.csv'))],
    ['a setting changed', (dir) => writeFile(join(dir, 'config.yaml'), `${config}\nreleases_kept: 9\n`)],
    ['a change was written down', (dir) => writeFile(join(dir, 'changes.yaml'), 'changes: []\n')],
    ['a correction was', (dir) => writeFile(join(dir, 'corrections.csv'), 'item,field,value,reason,by\n')],
    ['the secret is another', (dir) => writeFile(join(dir, '.key'), '0123456789abcdef0123456789abcdef')],
    ['a file of the release is damaged', (dir) => truncate(join(dir, 'current', 'run.json'), 9)],
    ['the warehouse is gone', (dir) => rm(join(dir, 'warehouse.duckdb'))],
  ]
  test.each(changes)('%s', async (_, change) => {
    const { dir } = await goodNight(world)
    const before = await standing(dir)
    await change(dir)
    const found = await night(dir)
    expect([found.code, found.log]).toEqual([0, expect.stringContaining('published')])
    const after = await standing(dir)
    expect(after.run > before.run).toBe(true)
    // and not a second time
    expect((await night(dir)).log).toContain('nothing new')
    expect(await standing(dir)).toEqual(after)
  })

  test.each<[string, string[], number]>([
    ['it is told to', ['--republish'], 0],
    ['it is as of another time', ['--as-of', '2026-04-01T00:00:00Z'], 0],
    ['the clock went back a little', [], -0.5],
    ['a week has gone by', [], 7 * 24],
  ])('%s', async (_, words, hours) => {
    const { dir } = await goodNight(world)
    const before = await standing(dir)
    expect((await night(dir, words, inHours(hours))).code).toBe(0)
    expect((await standing(dir)).run > before.run).toBe(true)
  })

  test('the export is by now older than it may be', async () => {
    const aged = configOf(`${eventSource.trimEnd()}\n  max_age_days: 3`)
    const fresh = { content: log, at: new Date().toISOString() }
    const { dir } = await goodNight({ config: aged, files: { 'inbox/log.csv': fresh } })
    expect((await night(dir, [], inHours(48))).log).toContain('nothing new')
    const { run } = await night(dir, [], inHours(80))
    expect((await run()).stale).toEqual(['log'])
  })
})

test('sites that stand say when it looked; one that is not whole is built anew', async () => {
  const { dir } = await goodNight(world)
  const run = async (): Promise<string> => {
    const words = ['etl/nightly.ts', '--data', dir, '--out', join(dir, 'dist')]
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    return said
  }
  const audiences = ['staff', 'leadership', 'operations']
  const saysOf = () => Promise.all(audiences.map((audience) => json(dir, 'dist', audience, 'last-good.json')))
  expect(await run()).toContain('sites')
  const first = await saysOf()
  expect(await run()).toContain('nothing new')
  const { run: name, looked_at, next_update_due_at } = await json(dir, 'last-good.json')
  expect(await saysOf()).toEqual(first.map((said) => ({ ...said, looked_at, next_update_due_at })))
  expect(first.map((said) => [said.run, said.looked_at < looked_at])).toEqual(
    audiences.map(() => [name, true]),
  )
  await rm(join(dir, 'dist', 'staff', 'index.html'))
  expect(await run()).toContain('sites')
})
