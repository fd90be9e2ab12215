import { expect, test } from 'vitest'
import { night } from '../support/installation.ts'
import { type Broken, brokenNight, faultsOf, readyForTrouble } from './broken-nights.ts'
import { different, factsOf } from './facts.ts'
import { leftovers } from './whole.ts'
import { copied } from './world.ts'

/** The renames that make a night's work visible; of all other steps, every sixteenth. */
const visible = /^(link|move) \/(releases|warehouse|current|landed|history)/

test('night after night one step of the disk fails: what stood stands or is replaced whole, and the good night at the end is like any', async () => {
  const { dir, steps, facts } = await readyForTrouble()
  const names = [...new Set(steps)].filter((name, index) => visible.test(name) || index % 16 === 0)
  const found: Broken[] = []
  for (const [index, name] of names.entries()) {
    const ways = faultsOf(name)
    const fault = ways[index % ways.length]
    // once a release stands, the next night has nothing new to write down of what was published
    const where = index > names.indexOf('link /current') ? await copied(dir) : dir
    if (fault) found.push(await brokenNight(where, { name, nth: 0 }, fault, index % 3 === 2))
    if (where !== dir) expect((await night(where)).code).toBe(0)
  }
  expect(found.length).toBeGreaterThan(7)
  for (const one of found)
    expect(one).toEqual({ ...one, hasFailed: true, hasLine: true, hasStack: false, isTrue: true })
  expect((await night(dir)).code).toBe(0)
  expect(different(facts, await factsOf(dir))).toEqual([])
  expect(await leftovers(dir, null)).toEqual([])
}, 400_000)
