import { readdir } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { disk } from '../../etl/effects.ts'
import { dyingDisk } from '../support/disk.ts'
import { kept, killedErasing, murkyWorld } from './kills.ts'
import { needles, person } from './person.ts'
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
  expect(failed.log).toMatch(/not done {3}what was removed may still stand in releases\/\d+T/)
  expect((await traces(dir, needles)).length).toBeGreaterThan(0)
  expect((await purgeIn(dir)).code).toBe(0)
  expect(await traces(dir, needles)).toEqual([])
})
