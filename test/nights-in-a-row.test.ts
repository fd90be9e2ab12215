import { existsSync } from 'node:fs'
import { mkdir, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configOf, csv, eventSource } from './support/config.ts'
import { goodNight, night, put, standing } from './support/installation.ts'

const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,', 'T1,2026-03-02T10:00,2,resolved,,,,') // biome-ignore format: a file
const config = configOf(`${eventSource.trimEnd()}\n  required: true`)
const files = { 'inbox/log.csv': log }

describe('after a good night', () => {
  const again = async (): Promise<[string, Awaited<ReturnType<typeof standing>>]> => {
    const { dir } = await goodNight({ config: config, files })
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

  test('a second night over the same files that is to publish again publishes the same figures', async () => {
    const [dir, before] = await again()
    const found = await night(dir, ['--republish'])
    const clock = { built_at: '', next_update_due_at: '' }
    const { run, ...rest } = await standing(dir)
    const { run: first, ...firstRest } = before
    expect(found.code).toBe(0)
    expect(run > first).toBe(true)
    expect({ ...rest, ...clock }).toEqual({ ...firstRest, ...clock })
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
    for (const _ of [1, 2]) expect((await night(dir, ['--republish'])).code).toBe(0)
    const kept = await readdir(join(dir, 'releases'))
    expect(kept).toHaveLength(2)
    expect(kept).toContain((await standing(dir)).run)
  })
})
