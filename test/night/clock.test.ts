import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight, installation, night, put, standing } from '../support/installation.ts'

const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
const config = configOf(eventSource)
const files = { 'inbox/log.csv': log }
const minutes = (count: number): number => count * 60_000
const clockAt = (milliseconds: number) => ({ now: () => new Date(milliseconds) })

test('a clock that went back a little publishes under a later name all the same', async () => {
  const { dir } = await goodNight({ config, files })
  const { run } = await standing(dir)
  const found = await night(dir, [], clockAt(Date.now() - minutes(50)))
  expect([found.code, (await standing(dir)).run > run]).toEqual([0, true])
})

test('a clock that went back more than an hour publishes nothing, touches nothing and says what it shows', async () => {
  const { dir } = await goodNight({ config, files })
  const before = [await standing(dir), await readdir(dir)]
  await put(dir, { '.workshop/left/by/a-killed-run': '', 'landed/half.parquet.new': '' })
  const found = await night(dir, [], clockAt(Date.parse('2001-01-01T00:00:00Z')))
  expect([found.code, found.log]).toEqual([
    1,
    expect.stringContaining('the clock of this machine says 2001-01-01T00:00:00.000Z'),
  ])
  expect(found.log).toContain('set the clock right and run again')
  expect([await standing(dir), await readdir(dir)]).toEqual([
    before[0],
    [...(before[1] as string[]), '.workshop'].sort(),
  ])
  expect(await readdir(join(dir, 'landed'))).toContain('half.parquet.new')
})

test('where the clock was wrong then, removing the link is enough, and the names of runs go on', async () => {
  const future = Date.parse('2099-01-01T00:00:00Z')
  const dir = await installation({ config, files })
  expect((await night(dir, [], clockAt(future))).code).toBe(0)
  const refused = await night(dir)
  expect([refused.code, refused.log]).toEqual([
    1,
    expect.stringContaining(`remove the link ${join(dir, 'current')}`),
  ])
  await rm(join(dir, 'current'))
  expect((await night(dir)).code).toBe(0)
  expect((await readdir(join(dir, 'releases'))).filter((name) => name.startsWith('2099'))).toEqual([])
})

test('an export of next year is refused by name, and the figures stay as of the others', async () => {
  const exportedAt = `  exported_at: { filename: '(\\d{4}-\\d{2}-\\d{2})' }\n`
  const dir = await installation({
    config: configOf(`${eventSource}${exportedAt}`),
    files: { 'inbox/log-2026-03-31.csv': log, 'inbox/log-2999-03-31.csv': log.replace('T1', 'T2') },
  })
  const found = await night(dir)
  expect([found.code, found.log]).toEqual([
    0,
    expect.stringContaining('log-2999-03-31.csv was refused: its export time, 2999-'),
  ])
  const run = await found.run()
  expect(run.as_of.slice(0, 10)).toBe('2026-03-31')
  expect(run.files.map(({ refused }) => refused?.reason ?? null)).toEqual([null, 'future'])
})

test('what was landed while the clock was wrong does not count, and what to do is said', async () => {
  const dir = await installation({ config, files })
  await put(dir, { 'inbox/log-2.csv': { content: log.replace('T1', 'T2'), at: '2099-01-01T00:00:00Z' } })
  expect((await night(dir, [], clockAt(Date.parse('2099-01-01T00:00:00Z')))).code).toBe(0)
  for (const name of ['current', 'inbox/log-2.csv']) await rm(join(dir, name))
  const found = await night(dir)
  expect([found.code, found.log]).toEqual([
    0,
    expect.stringContaining('landed file log-2.csv is left aside: its export time'),
  ])
  expect((await found.run()).as_of).toBe('2026-03-31T12:00:00.000Z')
})
