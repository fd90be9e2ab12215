import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { UsageError, readOptions } from '../etl/options.ts'
import { configOf, csv, escalationSource, eventSource } from './support/config.ts'
import {
  folder,
  goodNight,
  installation,
  type Night,
  night,
  put,
  standing,
  type World,
} from './support/installation.ts'

const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,', 'T1,2026-03-02T10:00,2,resolved,,,,') // biome-ignore format: a file
const sources = eventSource + escalationSource
const required = `${eventSource.trimEnd()}\n  required: true\n${escalationSource}`
const config = configOf(sources)
const files = { 'inbox/log.csv': log }
const nightlyFile = resolve(import.meta.dirname, '../etl/nightly.ts')

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
      'nothing was ever read of source "escalations": no file like inbox/escalations*.csv',
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
    says: ['warning: log.csv: 1 record set aside (bad_date)'],
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

describe('after a good night', () => {
  const again = async (): Promise<[string, Awaited<ReturnType<typeof standing>>]> => {
    const { dir } = await goodNight({ config: configOf(required), files })
    return [dir, await standing(dir)]
  }

  test('an emptied inbox publishes what is landed, and says that it is stale', async () => {
    const [dir, before] = await again()
    await rm(join(dir, 'inbox', 'log.csv'))
    const found = await night(dir)
    expect(found.code).toBe(0)
    const run = await found.run()
    expect(run.stale).toEqual(['log'])
    expect(run.files.map(({ name, kept }) => [name, kept])).toEqual([['log.csv', 2]])
    expect(found.log).toContain('warning: source "log" is stale')
    expect((await standing(dir)).run).not.toBe(before.run)
  })

  test('a broken file of a required source leaves the release that stands', async () => {
    const [dir, before] = await again()
    await put(dir, { 'inbox/log-2.csv': csv('id,when', 'T1,x') })
    const found = await night(dir)
    expect([found.code, found.log]).toEqual([1, expect.stringContaining('log-2.csv')])
    expect(await standing(dir)).toEqual(before)
  })

  test('an earlier as-of time does not replace the standing release, unless it is told to', async () => {
    const [dir, before] = await again()
    const asOf = ['--as-of', '2026-03-02T09:30:00Z']
    const refused = await night(dir, asOf)
    expect([refused.code, refused.log]).toEqual([1, expect.stringContaining('add --republish')])
    expect(await standing(dir)).toEqual(before)
    const replaced = await night(dir, [...asOf, '--republish'])
    expect(replaced.code).toBe(0)
    expect((await standing(dir)).as_of).toBe('2026-03-02T09:30:00.000Z')
    expect(await replaced.query('select is_open from fct_tickets')).toEqual([{ is_open: true }])
  })

  test('a second night over the same files publishes the same figures', async () => {
    const [dir, before] = await again()
    const found = await night(dir)
    const { run, ...rest } = await standing(dir)
    const { run: first, ...firstRest } = before
    expect(found.code).toBe(0)
    expect(run > first).toBe(true)
    expect({ ...rest, built_at: '' }).toEqual({ ...firstRest, built_at: '' })
    expect(await readlink(join(dir, 'current'))).toBe(join('releases', run))
  })

  test('what a killed run left is gone, and what stood still stands', async () => {
    const [dir] = await again()
    await mkdir(join(dir, '.workshop', '20200101T000000000Z', 'release'), { recursive: true })
    await writeFile(join(dir, '.workshop', '20200101T000000000Z', 'warehouse.duckdb'), 'half')
    await writeFile(join(dir, 'landed', `${'a'.repeat(64)}.parquet.new`), 'half')
    expect((await night(dir)).code).toBe(0)
    expect(existsSync(join(dir, '.workshop'))).toBe(false)
    expect((await readdir(join(dir, 'landed'))).filter((name) => name.endsWith('.new'))).toEqual([])
  })

  test('only its owner may read the warehouse and what is landed', async () => {
    const [dir] = await again()
    const landed = (await readdir(join(dir, 'landed'))).map((name) => join('landed', name))
    for (const name of ['warehouse.duckdb', '.key', ...landed])
      expect([name, (await stat(join(dir, name))).mode & 0o077]).toEqual([name, 0])
  })

  test('only as many releases are kept as the settings say', async () => {
    const { dir } = await goodNight({ config: configOf(eventSource, 'releases_kept: 2'), files })
    for (const _ of [1, 2]) expect((await night(dir)).code).toBe(0)
    const kept = await readdir(join(dir, 'releases'))
    expect(kept).toHaveLength(2)
    expect(kept).toContain((await standing(dir)).run)
  })
})

test('while another process has the installation: 3, and nothing is touched', async () => {
  const dir = await installation({ config, files })
  const lock = resolve(import.meta.dirname, '../etl/db/lock.ts')
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { takeLock } from ${JSON.stringify(lock)}\nawait takeLock(${JSON.stringify(dir)})\nconsole.log('held')\nsetInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(holder.stdout, 'data')
  const refused = await night(dir)
  expect([refused.code, refused.log]).toEqual([3, expect.stringContaining('another run is at work in')])
  expect(refused.log).toContain('wait until it has ended')
  expect(existsSync(join(dir, 'landed'))).toBe(false)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  expect((await night(dir)).code).toBe(0)
})

describe('run.json', () => {
  let found: Night
  beforeAll(async () => {
    const broken = 'T9,soon,1,new,,,,\nT9,2026-03-02T09:00,1,On fire,,,,\nT9,short\n'
    found = await goodNight({
      config,
      files: {
        'inbox/log.csv': { content: log, at: '2026-03-03T12:00:00Z' },
        'inbox/log-again.csv': { content: log, at: '2026-03-04T12:00:00Z' },
        'inbox/log-more.csv': `${log}T1,2026-03-03T09:00,3,closed,,,,\n${broken}`,
        'inbox/log-open.csv': `${log}"`,
      },
    })
  })

  test('accounts for every record of every file', async () => {
    const { files: receipts } = await found.run()
    expect(receipts).toHaveLength(4)
    for (const { records, kept, superseded, duplicate, quarantined, name } of receipts) {
      const aside = Object.values(quarantined).reduce<number>((sum, count) => sum + (count ?? 0), 0)
      expect([name, kept + superseded + duplicate + aside]).toEqual([name, records])
    }
    expect(receipts.map(({ name, records }) => [name, records])).toEqual([
      ['log-again.csv', 2],
      ['log-more.csv', 6],
      ['log-open.csv', 0],
      ['log.csv', 2],
    ])
  })

  test('says why records were set aside and files refused', async () => {
    const { files: receipts } = await found.run()
    const of = (name: string) => receipts.find((receipt) => receipt.name === name)
    expect(of('log-more.csv')?.quarantined).toEqual({ bad_date: 1, unknown_value: 1, short_row: 1 })
    expect(of('log-open.csv')?.refused).toMatchObject({ reason: 'open_quote', record: 3 })
  })

  test('names the stages and every check', async () => {
    const { stages, checks } = await found.run()
    expect(stages.map(({ name }) => name)).toEqual(['ingest', 'staging', 'facts', 'measures', 'checks'])
    expect(checks.length).toBeGreaterThan(0)
  })

  test('what was set aside is listed with file, record and reason, for its owner alone', async () => {
    const [name = ''] = await readdir(join(found.dir, 'quarantine'))
    const path = join(found.dir, 'quarantine', name)
    const text = execFileSync('cat', [path], { encoding: 'utf8' })
    expect(text).toContain('"log-more.csv","4","bad_date","at","log","T9"')
    expect(text.trim().split('\n')).toHaveLength(4)
    expect((await stat(path)).mode & 0o077).toBe(0)
  })
})

describe('the command line', () => {
  const wrong: [string, string[], string][] = [
    ['a time without its offset', ['--as-of', '2026-05-14'], '2026-05-14T00:00:00+01:00'],
    ['a time that is none', ['--as-of', 'yesterday'], '--as-of yesterday is not a time'],
    ['an unknown option', ['--dry-run'], '--dry-run'],
    ['a word too many', ['data/live'], 'npm run nightly'],
    ['an option without its value', ['--data'], 'npm run nightly'],
  ]
  test.each(wrong)('%s is refused with the way to write it', (_, words, said) => {
    expect(() => readOptions(words)).toThrow(UsageError)
    expect(() => readOptions(words)).toThrow(said)
  })

  test('times are read with their offset', () => {
    expect(readOptions(['--as-of', '2026-05-14T00:00:00+01:00'])?.asOf).toBe('2026-05-13T23:00:00.000Z')
  })

  const run = (...words: string[]) => {
    const child = spawn(process.execPath, [nightlyFile, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(String(bytes)))
    return once(child, 'close').then(([code]) => ({ code, said: said.join('') }))
  }

  test('--help explains itself and ends well', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('Exit codes') })
  })

  test('wrong usage ends with 2', async () => {
    expect(await run('--dry-run')).toMatchObject({ code: 2, said: expect.stringContaining('--dry-run') })
  })

  test('a night from the command line ends with its code, and is quiet where there is no terminal', async () => {
    const dir = await installation({ config, files })
    const found = await run('--data', dir, '--no-site')
    expect(found.code).toBe(0)
    expect(found.said).toContain('published  release')
    expect(found.said).not.toContain('\x1b')
    expect(await run('--data', await installation({ config }))).toMatchObject({ code: 1 })
  })
})
