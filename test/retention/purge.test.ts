import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../etl/config/errors.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { Erased, readErased } from '../../etl/ingest/erased.ts'
import { finishErasure } from '../../etl/retention/finish.ts'
import { readPurgeOptions } from '../../etl/retention/options.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { holdLock } from '../support/holder.ts'
import { folder, goodNight, installation, standing, usualExport } from '../support/installation.ts'
import { runAt } from './kept.ts'
import { purgeIn } from './run.ts'

const effects: Effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }
const secret = Buffer.from('secret')
const people = 'people:\n  - { name: Service Desk, shared: true }'
const config = configOf(eventSource, people)

describe('a command line', () => {
  test('may name several persons', () => {
    expect(readPurgeOptions(['--person', 'a', '--person', 'b', '--inbox'])).toMatchObject({
      persons: ['a', 'b'],
      hasInbox: true,
      hasSite: true,
    })
  })
  test('asks for help', () => expect(readPurgeOptions(['--help'])).toBeNull())
  test.each([['--persons', 'a'], ['--person'], ['all']])('%s is refused', (...words) => {
    expect(() => readPurgeOptions(words)).toThrow(UsageError)
  })
})

describe('nothing is touched', () => {
  const cases: [string, readonly string[], string][] = [
    [
      'of a shared mailbox',
      ['--person', 'service desk'],
      'the 1. one: under people: of config.yaml it is shared',
    ],
    [
      'where one of two is no name',
      ['--person', 'Ann Lee', '--person', '--'],
      'the 2. one: it has no letter and no digit',
    ],
  ]
  test.each(cases)('%s', async (_, words, says) => {
    const dir = await installation({ config })
    const { code, log } = await purgeIn(
      dir,
      words.map((word) => word.replace(/^--$/, '…')),
    )
    expect(code).toBe(2)
    expect(log).toContain(says)
    expect((await readdir(dir)).sort()).toEqual(['config.yaml', 'inbox'])
  })
  test('where there is no installation', async () => {
    const { code, log } = await purgeIn(join(await folder(), 'none'))
    expect({ code, log }).toMatchObject({
      code: 2,
      log: expect.stringContaining('there is no installation at'),
    })
  })
  test('while another run is at work', async () => {
    const dir = await installation({ config })
    const letGo = await holdLock(dir)
    try {
      const { code, log } = await purgeIn(dir, ['--person', 'Ann Lee'])
      expect({ code, log }).toMatchObject({ code: 3, log: expect.stringContaining('another run is at work') })
      expect(await readdir(dir)).not.toContain('.erased')
    } finally {
      await letGo()
    }
  })
})

test('where nothing is due no night is run', async () => {
  const dir = await installation({ config })
  const { code, log } = await purgeIn(dir)
  expect({ code, log }).toEqual({ code: 0, log: 'retention  nothing is past it' })
})

test('where no night can be published after an erasure, it is said what may still name the person', async () => {
  const dir = await installation({ config, files: { 'releases/20260331T020000123Z/manifest.json': '{}' } })
  await disk.link(join('releases', '20260331T020000123Z'), join(dir, 'current'))
  await writeFile(
    join(dir, 'releases', '20260331T020000123Z', 'manifest.json'),
    '{"run":"20260331T020000123Z","as_of":"2026-03-31T02:00:00.123Z","built_at":"2026-03-31T02:00:00.123Z"}',
  )
  const { code, log } = await purgeIn(dir, ['--person', 'Ann Lee'])
  expect(code).toBe(1)
  expect(log).toContain(
    'not done   what was removed may still stand in warehouse.duckdb, releases/20260331T020000123Z, the sites in ',
  )
  expect(log).not.toContain('Ann')
})

test('a purge replaces a release that is as of later than the newest export', async () => {
  const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,Ann Lee,,,')
  const { dir } = await goodNight({ config, files: { 'inbox/log.csv': log } }, [
    '--as-of',
    '2026-04-05T00:00:00Z',
  ])
  const { code } = await purgeIn(dir, ['--person', 'Ann Lee'])
  expect(code).toBe(0)
  expect((await standing(dir)).as_of).toBe(new Date(usualExport).toISOString())
})

/** An installation with three releases of which the last stands, and sites of two runs. */
async function published() {
  const [dir, out] = [await folder(), await folder()]
  const runs = ['2026-03-29', '2026-03-30', '2026-03-31'].map((day) => runAt(`${day}T02:00:00.000Z`)) as [
    string,
    string,
    string,
  ]
  for (const run of runs) await mkdir(join(dir, 'releases', run), { recursive: true })
  await disk.link(join('releases', runs[2]), join(dir, 'current'))
  for (const run of runs.slice(1)) await mkdir(join(out, '.builds', run, 'staff'), { recursive: true })
  await disk.link(join('.builds', runs[2], 'staff'), join(out, 'staff'))
  return { dir, out, runs }
}

const releasesAndBuilds = async ({ dir, out }: { dir: string; out: string }) => ({
  releases: await readdir(join(dir, 'releases')),
  builds: await readdir(join(out, '.builds')),
})

describe('when tonight’s stand', () => {
  test('releases and site builds from before an erasure go', async () => {
    const { dir, out, runs } = await published()
    await new Erased(secret, [], false).and(['Ann Lee'], '2026-03-31T01:00:00.000Z').write(dir, effects)
    await finishErasure({ installation: dir, secret, out }, effects)
    expect(await releasesAndBuilds({ dir, out })).toEqual({ releases: [runs[2]], builds: [runs[2]] })
    expect((await readErased(dir, secret)).isUnfinished).toBe(false)
  })
  test('site builds stay while none is built, and go as soon as one is', async () => {
    const { dir, out, runs } = await published()
    await new Erased(secret, [], false).and(['Ann Lee'], '2026-03-31T01:00:00.000Z').write(dir, effects)
    const lines: string[] = []
    const told = { ...effects, log: (line: string) => lines.push(line) }
    await finishErasure({ installation: dir, secret, out: null }, told)
    expect(await releasesAndBuilds({ dir, out })).toEqual({ releases: [runs[2]], builds: runs.slice(1) })
    expect(lines.join()).not.toContain('finished')
    await finishErasure({ installation: dir, secret, out }, told)
    expect(await releasesAndBuilds({ dir, out })).toEqual({ releases: [runs[2]], builds: [runs[2]] })
    expect(lines.at(-1)).toBe('erasure    finished: site builds from before are removed')
    expect(await readErased(dir, secret)).toMatchObject({ isUnfinished: false, isInSites: false })
  })
  test('and stay on every other night', async () => {
    const { dir, out, runs } = await published()
    await new Erased(secret, [], false)
      .and(['Ann Lee'], '2026-03-31T01:00:00.000Z')
      .unfinished(false)
      .write(dir, effects)
    await finishErasure({ installation: dir, secret, out }, effects)
    expect(await releasesAndBuilds({ dir, out })).toEqual({ releases: [...runs], builds: runs.slice(1) })
  })
})

test('an export that names a person and was not read is named, and stays with --inbox too', async () => {
  const files = {
    'inbox/log.csv': csv('id,at', 'T1,Ann Lee'),
    'inbox/other.txt': 'by ann lee',
    'inbox/none.txt': 'by Ann Leeds',
  }
  const dir = await installation({ config, files })
  const { log } = await purgeIn(dir, ['--person', 'Ann Lee', '--inbox'])
  for (const name of ['log.csv', 'other.txt'])
    expect(log).toContain(`stays      inbox/${name} names the person and was not read`)
  expect(log).not.toContain('none.txt names')
  expect(await readdir(join(dir, 'inbox'))).toHaveLength(3)
})

test('without --out, the sites are those that the last night built, wherever they are', async () => {
  const { dir } = await goodNight({
    config,
    files: {
      'inbox/log.csv': csv(
        'id,at,order,status,owner,team,actor,opened',
        'T1,2026-03-02T09:00,1,new,Xaviera Quillfeather,,,',
      ),
    },
  })
  const out = join(dir, 'web')
  await mkdir(join(out, '.builds', 'before'), { recursive: true })
  const ended = { ended_at: '2026-03-31T03:00:00.000Z', exit_code: 0, run: null, out }
  await writeFile(join(dir, 'last-night.json'), JSON.stringify(ended))
  const found = await purgeIn(dir, ['--person', 'Xaviera Quillfeather'])
  expect([found.code, found.log]).toEqual([0, expect.stringContaining(`the sites in ${out} show`)])
})
