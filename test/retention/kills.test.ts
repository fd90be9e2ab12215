import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { disk } from '../../etl/effects.ts'
import { readErased } from '../../etl/ingest/erased.ts'
import { leftovers } from '../night/whole.ts'
import { dyingAfter, dyingDisk } from '../support/disk.ts'
import { installation, night, put } from '../support/installation.ts'
import { kept, killedErasing, murkyWorld } from './kills.ts'
import { needles, person, worldOf } from './person.ts'
import { purgeIn } from './run.ts'
import { traces } from './traces.ts'

let copy: Awaited<ReturnType<typeof murkyWorld>>
beforeAll(async () => {
  copy = await murkyWorld()
}, 120_000)

test('an erasure that is killed before any of its steps is finished when it is run again', {
  timeout: 180_000,
}, async () => {
  // every step: test/retention/kills.long.test.ts
  for (const steps of [1, 4, 7, 10])
    expect(await killedErasing(await copy(kept), steps)).toEqual({ files: 4, left: [] })
})

test('a purge that got no further than its list of whom to erase is finished by the next night', {
  timeout: 60_000,
}, async () => {
  const dir = await copy()
  const killed = await purgeIn(dir, ['--person', person], { disk: dyingAfter(/\.erased$/) }).catch(() => null)
  expect(killed).toBeNull()
  expect((await night(dir)).code).toBe(0)
  expect((await readErased(dir, await readFile(join(dir, '.key')))).isUnfinished).toBe(false)
  expect(await traces(dir, needles)).toEqual([])
})

test('a purge that is run again after it was killed says what only people can do, and clears the inbox', {
  timeout: 60_000,
}, async () => {
  const dir = await copy()
  await purgeIn(dir, ['--person', person], { disk: dyingAfter(/\.erased$/) }).catch(() => null)
  const { code, log } = await purgeIn(dir, ['--inbox'])
  expect(code).toBe(0)
  expect(log).toMatch(/config\.yaml:\d+ names the person/)
  expect(log).toContain('removed    inbox/tickets.csv')
  expect((await purgeIn(dir)).log).toMatch(/config\.yaml:\d+ names the person/)
})

test('a landed file of which no receipt was written is gone after the next night, and nobody stays in it', {
  timeout: 60_000,
}, async () => {
  const dir = await installation(worldOf())
  await night(dir, [], { disk: dyingAfter(/landed\/[0-9a-f]{64}\.parquet$/) }).catch(() => null)
  const before = await readdir(join(dir, 'landed'))
  expect(before.filter((name) => name.endsWith('.parquet'))).toHaveLength(1)
  // each export is replaced by another before it is read again
  for (const name of await readdir(join(dir, 'inbox')))
    await put(dir, { [`inbox/${name}`]: (await readFile(join(dir, 'inbox', name), 'utf8')).concat('\n') })
  await mkdir(join(dir, 'quarantine', 'rows'), { recursive: true })
  await cp(join(dir, 'landed', before[0] ?? ''), join(dir, 'quarantine', 'rows', before[0] ?? ''))
  const { code } = await night(dir)
  expect(code).toBe(0)
  expect(await leftovers(dir, null)).toEqual([])
  expect(await readdir(join(dir, 'landed'))).not.toContain(before[0])
  expect((await purgeIn(dir, ['--person', person])).code).toBe(0)
  expect(await traces(dir, needles)).toEqual([])
})

test('tombstones are written before anything else is changed', { timeout: 60_000 }, async () => {
  const all = [...kept, 'inbox', 'config.yaml', '.key']
  const before = await traces(await copy(all), needles)
  for (let steps = 0; ; steps++) {
    const dir = await copy(all)
    await purgeIn(dir, ['--person', person], { disk: dyingDisk(steps) }).catch(() => {})
    if ((await readdir(dir)).includes('.erased')) break
    expect(await traces(dir, needles)).toEqual(before)
    expect(steps).toBeLessThan(10)
  }
})

test('a purge that cannot remove a release of before says so, and one without the name does it', {
  timeout: 180_000,
}, async () => {
  const dir = await copy()
  const remove = async (path: string): Promise<void> => {
    if (path.includes('/releases/')) throw new Error('no')
    await disk.remove(path)
  }
  const failed = await purgeIn(dir, ['--person', person], { disk: { ...disk, remove } })
  expect(failed.code).toBe(1)
  expect(await night(dir, [], { disk: { ...disk, remove } })).toMatchObject({
    code: 1,
    log: expect.stringContaining('what names erased persons could not be removed'),
  })
  expect(failed.log).toMatch(/not done {3}what was removed may still stand in releases\/\d+T/)
  expect((await traces(dir, needles)).length).toBeGreaterThan(0)
  expect((await purgeIn(dir)).code).toBe(0)
  expect(await traces(dir, needles)).toEqual([])
})
