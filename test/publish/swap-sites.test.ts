import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disk, type Effects } from '../../etl/effects.ts'
import { siteWorkshopOf, swapSites, sweepSites } from '../../etl/publish/swap-sites.ts'
import { dyingDisk } from '../support/disk.ts'
import { folder } from '../support/installation.ts'

const audiences = ['staff', 'leadership'] as const
const effects: Effects = { now: () => new Date(0), log: () => {}, progress: () => {}, disk }
const run = (nth: number): string => `202611${String(nth).padStart(2, '0')}T020000000Z`

const swapOf = (out: string, name: string, isErasing = false) => ({ out, run: name, audiences, isErasing })

/** The sites of a run, each with a page and what its page asks for by lasting names. */
async function built(out: string, name: string): Promise<void> {
  for (const audience of audiences) {
    await mkdir(join(siteWorkshopOf(out, name), audience), { recursive: true })
    await writeFile(join(siteWorkshopOf(out, name), audience, 'index.html'), name)
    for (const path of [
      `cells/${name}/index.json`,
      `numbers/of-${name}/all.csv`,
      `_astro/Page.${name}.css`,
    ]) {
      await mkdir(join(siteWorkshopOf(out, name), audience, path, '..'), { recursive: true })
      await writeFile(join(siteWorkshopOf(out, name), audience, path), name)
    }
  }
}

const builds = async (out: string): Promise<string[]> => (await readdir(join(out, '.builds'))).sort()
const pages = (out: string): Promise<string[]> =>
  Promise.all(audiences.map((audience) => readFile(join(out, audience, 'index.html'), 'utf8')))

test('sites are swapped in as links to the newest build, and the one before stays until the next', async () => {
  const out = await folder()
  for (const nth of [1, 2, 3]) {
    await built(out, run(nth))
    await swapSites(swapOf(out, run(nth)), effects)
  }
  expect(await readlink(join(out, 'staff'))).toBe(join('.builds', run(3), 'staff'))
  expect(await builds(out)).toEqual([run(2), run(3)])
})

test('a page that was sent before a swap still finds what it asks for by a lasting name, until the next', async () => {
  const out = await folder()
  for (const nth of [1, 2, 3]) {
    await built(out, run(nth))
    await swapSites(swapOf(out, run(nth)), effects)
  }
  const names = await Promise.all(
    ['cells', 'numbers', '_astro'].map((name) => readdir(join(out, 'staff', name))),
  )
  expect(names.map((found) => found.sort())).toEqual([
    [run(2), run(3)],
    [`of-${run(2)}`, `of-${run(3)}`],
    [`Page.${run(2)}.css`, `Page.${run(3)}.css`],
  ])
  expect(await readFile(join(out, 'leadership', 'cells', run(2), 'index.json'), 'utf8')).toBe(run(2))
})

test('what still stands in the newest build is its own, and lasts for one swap more', async () => {
  const out = await folder()
  for (const nth of [1, 2, 3]) {
    await built(out, run(nth))
    await writeFile(join(siteWorkshopOf(out, run(nth)), 'staff', '_astro', 'Same.css'), '')
    await swapSites(swapOf(out, run(nth)), effects)
  }
  await built(out, run(4))
  await swapSites(swapOf(out, run(4)), effects)
  expect(await readdir(join(out, 'staff', '_astro'))).toContain('Same.css')
})

test('no figure and no list is taken over from sites that name who was erased since', async () => {
  const out = await folder()
  await built(out, run(1))
  await swapSites(swapOf(out, run(1)), effects)
  await built(out, run(2))
  await swapSites(swapOf(out, run(2), true), effects)
  const names = await Promise.all(
    ['cells', 'numbers', '_astro'].map((name) => readdir(join(out, 'staff', name))),
  )
  expect(names.map((found) => found.sort())).toEqual([
    [run(2)],
    [`of-${run(2)}`],
    [`Page.${run(1)}.css`, `Page.${run(2)}.css`],
  ])
})

test('killed at any step, each site is the old or the new one, and what the next sweep leaves is whole', async () => {
  for (let steps = 0; ; steps++) {
    const out = await folder()
    await built(out, run(1))
    await swapSites(swapOf(out, run(1)), effects)
    await built(out, run(2))
    const killed = await swapSites(swapOf(out, run(2)), { ...effects, disk: dyingDisk(steps) }).then(
      () => false,
      () => true,
    )
    for (const page of await pages(out)) expect([run(1), run(2)]).toContain(page)
    await sweepSites(out, audiences, effects)
    expect((await builds(out)).filter((name) => name.endsWith('.new'))).toEqual([])
    for (const page of await pages(out)) expect([run(1), run(2)]).toContain(page)
    if (!killed) return expect(steps).toBeGreaterThan(3)
  }
})

test("a build that was killed before its swap goes; those that are read stay, and so does what is no run's", async () => {
  const out = await folder()
  for (const name of [run(1), run(2), run(3), `${run(4)}.new`, run(5)])
    await mkdir(join(out, '.builds', name, 'staff'), { recursive: true })
  await symlink(join('.builds', run(3), 'staff'), join(out, 'staff'))
  await symlink('nowhere', join(out, 'leadership.new'))
  for (const name of ['staff.new', 'another-site.new'])
    await mkdir(join(out, name, 'pages'), { recursive: true })
  await sweepSites(out, audiences, effects)
  expect([await builds(out), (await readdir(out)).sort()]).toEqual([
    [run(2), run(3)],
    ['.builds', 'another-site.new', 'staff', 'staff.new'],
  ])
})

test('a lock that a killed run was making goes, and no other', async () => {
  const out = await folder()
  for (const name of ['.lock', '.lock.4711.new', '.lock.new', '.lock.x.new'])
    await writeFile(join(out, name), '')
  await sweepSites(out, audiences, effects)
  expect((await readdir(out)).sort()).toEqual(['.lock', '.lock.new', '.lock.x.new'])
})

test('what is in the way of a link is left alone, and said', async () => {
  const out = await folder()
  await built(out, run(1))
  await mkdir(join(out, 'staff'))
  await expect(swapSites(swapOf(out, run(1)), effects)).rejects.toThrow(/staff is in the way.*Move it/)
  expect(await readdir(join(out, 'staff'))).toEqual([])
})
