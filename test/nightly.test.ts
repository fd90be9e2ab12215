import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configOf, csv, escalationSource, eventSource } from './support/config.ts'
import { holdLock } from './support/holder.ts'
import { folder, installation, night, type World } from './support/installation.ts'

const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,', 'T1,2026-03-02T10:00,2,resolved,,,,') // biome-ignore format: a file
const sources = eventSource + escalationSource
const required = `${eventSource.trimEnd()}\n  required: true\n${escalationSource}`
const config = configOf(sources)
const files = { 'inbox/log.csv': log }

interface NightCase {
  readonly name: string
  readonly world: World
  readonly words?: readonly string[]
  readonly code: number
  /** What the log must name: the file or line, and the fix. */
  readonly says: readonly string[]
}

const cases: NightCase[] = [
  {
    name: 'nothing in the inbox and nothing landed',
    world: { config },
    code: 1,
    says: ['nothing published', 'put an export into inbox/'],
  },
  {
    name: 'a good night',
    world: { config, files },
    code: 0,
    says: [
      'published  release',
      'warning: nothing was ever read of source "escalations", which reads inbox/escalations*.csv',
    ],
  },
  {
    name: 'a format that nobody knows',
    world: { config: config.replace('format: table', 'format: tabel'), files },
    code: 2,
    says: ['config.yaml:10: sources[0].format: unknown format "tabel"', 'table'],
  },
  {
    name: 'a setting that nobody knows',
    world: { config: configOf(sources, 'relases_kept: 3'), files },
    code: 2,
    says: ['config.yaml:', 'relases_kept', 'releases_kept'],
  },
  {
    name: 'no config.yaml',
    world: { config: '', files },
    code: 2,
    says: ['config.yaml', 'npm run init'],
  },
  {
    name: 'a file that no source matches',
    world: { config, files: { ...files, 'inbox/notes.txt': 'hello' } },
    code: 0,
    says: ['warning: notes.txt was refused', 'rename it, or add a source for it'],
  },
  {
    name: 'a column missing in an optional source',
    world: { config, files: { ...files, 'inbox/escalations.csv': csv('ref,ticket', 'E1,') } },
    code: 0,
    says: [
      'warning: escalations.csv was refused',
      'no column for received_at',
      'columns: of source "escalations"',
    ],
  },
  {
    name: 'a column missing in a required source',
    world: { config: configOf(required), files: { 'inbox/log.csv': csv('id,when', 'T1,x') } },
    code: 1,
    says: ['nothing published', 'log.csv', 'no column for at', 'columns: of source "log"'],
  },
  {
    name: 'a required source that never came',
    world: { config: configOf(required), files: { 'inbox/escalations.csv': csv('ref,ticket,received,acknowledged,status,owner', 'E1,,2026-03-02T09:00,,new,') } }, // biome-ignore format: one world
    code: 1,
    says: ['required and never read: "log" (inbox/log*.csv)', 'Put its export into inbox/'],
  },
  {
    name: 'a quote that never ends in an optional source',
    world: { config, files: { ...files, 'inbox/log-2.csv': `${log}T2,"2026-03-02` } },
    code: 0,
    says: ['warning: log-2.csv was refused', 'record 3', 'mend that record'],
  },
  {
    name: 'a quote that never ends in the only file',
    world: { config, files: { 'inbox/log.csv': `${log}T2,"2026-03-02` } },
    code: 1,
    says: ['log.csv', 'record 3', 'mend that record'],
  },
  {
    name: 'a record that is set aside',
    world: { config, files: { 'inbox/log.csv': `${log}T2,soon,1,new,,,,\n` } },
    code: 0,
    says: ['warning: log.csv: 1 of 3 records set aside', 'mend the date'],
  },
]

describe('the exit code and the words of', () => {
  test.each(cases)('$name: $code', async ({ world, words = [], code, says }) => {
    const dir = await installation(world)
    const found = await night(dir, words)
    expect([found.code, found.log]).toEqual([code, expect.stringContaining(says[0] ?? '')])
    for (const said of says) expect(found.log).toContain(said)
    expect(existsSync(join(dir, 'current'))).toBe(code === 0)
    expect(existsSync(join(dir, '.workshop'))).toBe(false)
  })

  test('no installation at all: 2', async () => {
    const found = await night(join(await folder(), 'nowhere'))
    expect([found.code, found.log]).toEqual([2, expect.stringContaining('npm run init')])
    expect(found.log).toContain('nowhere')
  })

  test('wrong settings touch nothing', async () => {
    const dir = await installation({ config: 'sources: 3\n', files })
    expect((await night(dir)).code).toBe(2)
    expect((await readdir(dir)).sort()).toEqual(['config.yaml', 'inbox'])
  })
})

test('while another process has the installation: 3, and nothing is touched', async () => {
  const dir = await installation({ config, files })
  const kill = await holdLock(dir)
  const refused = await night(dir)
  expect([refused.code, refused.log]).toEqual([3, expect.stringContaining('another run is at work in')])
  expect(refused.log).toContain('wait until it has ended')
  expect(existsSync(join(dir, 'landed'))).toBe(false)
  await kill()
  expect((await night(dir)).code).toBe(0)
})
