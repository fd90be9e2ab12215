import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { keyOf } from '../../etl/ingest/key-of.ts'
import { folder, installation, type Night, night, put, standing } from '../support/installation.ts'
import { needles, person, ticketsOf, worldOf } from './person.ts'
import { type Purged, purgeIn } from './run.ts'
import { traces } from './traces.ts'

/** Measures of the release that stands but owner load; a group of subjects is called after its words. */
async function measuresOf(dir: string): Promise<Record<string, unknown>> {
  const folder = join(dir, 'current', 'measures')
  const names = (await readdir(folder)).filter((name) => name !== 'owner-load.json')
  const read = async (name: string) => {
    const text = await readFile(join(folder, name), 'utf8')
    return [name, JSON.parse(text.replaceAll(/"t-[0-9a-f]{12}"/g, '"group"'))]
  }
  return Object.fromEntries(await Promise.all(names.sort().map(read)))
}

/** Keys that stand for the person. */
async function keysOf(dir: string): Promise<string[]> {
  const secret = await readFile(join(dir, '.key'))
  const folded = [
    'xaviera quillfeather',
    'xquill',
    'x.quillfeather@example.ac.uk',
    'xaviera@it.example.ac.uk',
  ]
  return folded.map((name) => keyOf(secret, name))
}

const csvsIn = async (dir: string): Promise<string[]> => {
  const folder = join(dir, 'quarantine')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort()
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
}

describe('a person who is erased', { timeout: 120_000 }, () => {
  let dir = ''
  let backUp = ''
  let first: Night
  let before: { traces: string[]; measures: Record<string, unknown>; load: string; run: string }
  let purged: Purged
  const loadOf = () => readFile(join(dir, 'current', 'measures', 'owner-load.json'), 'utf8')

  beforeAll(async () => {
    dir = await installation(worldOf())
    first = await night(dir)
    backUp = await folder()
    before = {
      traces: await traces(dir, [...needles, ...(await keysOf(dir))]),
      measures: await measuresOf(dir),
      load: await loadOf(),
      run: (await standing(dir)).run,
    }
    await cp(join(dir, 'landed'), join(backUp, 'landed'), { recursive: true })
    purged = await purgeIn(dir, ['--person', person])
  }, 180_000)

  test('was everywhere: in what is landed and set aside, in the warehouse and in the release', () => {
    expect(first.code).toBe(0)
    for (const place of [
      'landed/',
      'quarantine/rows/',
      'quarantine/2',
      'warehouse.duckdb',
      'current/operations/',
    ])
      expect(before.traces.some((trace) => trace.startsWith(place))).toBe(true)
    expect(before.traces.filter((trace) => /: [0-9a-f]{32}$/.test(trace)).length).toBeGreaterThan(5)
  })

  test('is in no file afterwards, by name or by key', async () => {
    expect(purged.code).toBe(0)
    expect(await traces(dir, needles)).toEqual([])
    // by their keys they are known when an export brings them again
    const places = (await traces(dir, await keysOf(dir))).map((trace) => trace.replace(/: .*/, ''))
    expect([...new Set(places)]).toEqual(['.erased'])
  })

  test('is not named by what the purge says', () => {
    for (const needle of needles) expect(purged.log.toLowerCase()).not.toContain(needle)
  })

  test('is said to be named by what people wrote, with its line, and by exports', () => {
    expect(purged.log).toMatch(/config\.yaml:\d+ names the person/)
    expect(purged.log).toContain('inbox/tickets.csv names the person')
  })

  test('leaves every figure as it was but the load of owners', async () => {
    expect(await measuresOf(dir)).toEqual(before.measures)
    expect(await loadOf()).not.toBe(before.load)
  })

  test('owned what they owned, as (erased), and is among the people no more', async () => {
    const owned = "select count(*)::integer as n from fct_ownership where owner = '(erased)'"
    expect((await first.query(owned))[0]?.n).toBeGreaterThan(10)
    expect(await first.query("select person from dim_people where alias like '%quill%'")).toEqual([])
  })

  test('takes the lines that named them out of quarantine, and no others', async () => {
    const texts = await csvsIn(dir)
    expect(texts).toHaveLength(2)
    for (const text of texts) expect(text).toContain('another')
    for (const text of texts) expect(text).not.toContain('INC2')
  })

  test('leaves no release of before, and nothing half done', async () => {
    expect(await readdir(join(dir, 'releases'))).toEqual([(await standing(dir)).run])
    expect((await standing(dir)).run).not.toBe(before.run)
    expect((await readdir(dir)).filter((name) => name.endsWith('.new') || name === '.workshop')).toEqual([])
  })

  test('stays erased where a back-up is restored, and in the same exports and new ones, read by another mapping', async () => {
    await cp(join(backUp, 'landed'), join(dir, 'landed'), { recursive: true })
    await rm(join(dir, 'inbox', 'log.csv'))
    const config = await readFile(join(dir, 'config.yaml'), 'utf8')
    await put(dir, {
      'config.yaml': config.replace(', service: service', ''),
      'inbox/tickets-later.csv': { content: ticketsOf(40, 90), at: '2026-04-01T12:00:00Z' },
      'inbox/again.mbox': await readFile(join(dir, 'inbox', 'mail.mbox')),
    })
    const { code, run } = await night(dir)
    expect(code).toBe(0)
    expect((await run()).files.filter(({ name }) => name.startsWith('tickets'))).toHaveLength(2)
    expect(await traces(dir, needles)).toEqual([])
    expect(await readdir(join(dir, 'releases'))).toEqual([(await standing(dir)).run])
  })

  test('goes from the inbox too where that is asked for', async () => {
    const { code, log } = await purgeIn(dir, ['--person', person, '--inbox'])
    expect(code).toBe(0)
    expect(log).toContain('removed    inbox/tickets.csv')
    expect(await readdir(join(dir, 'inbox'))).toEqual([])
  })
})
