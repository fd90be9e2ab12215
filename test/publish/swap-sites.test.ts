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

async function built(out: string, name: string): Promise<void> {
  for (const audience of audiences) {
    await mkdir(join(siteWorkshopOf(out, name), audience), { recursive: true })
    await writeFile(join(siteWorkshopOf(out, name), audience, 'index.html'), name)
  }
}

const builds = async (out: string): Promise<string[]> => (await readdir(join(out, '.builds'))).sort()
const pages = (out: string): Promise<string[]> =>
  Promise.all(audiences.map((audience) => readFile(join(out, audience, 'index.html'), 'utf8')))

test('sites are swapped in as links to the newest build, and the one before stays until the next', async () => {
  const out = await folder()
  for (const nth of [1, 2, 3]) {
    await built(out, run(nth))
    await swapSites(out, run(nth), audiences, effects)
  }
  expect(await readlink(join(out, 'staff'))).toBe(join('.builds', run(3), 'staff'))
  expect(await builds(out)).toEqual([run(2), run(3)])
})

test('killed at any step, each site is the old or the new one, and what the next sweep leaves is whole', async () => {
  for (let steps = 0; ; steps++) {
    const out = await folder()
    await built(out, run(1))
    await swapSites(out, run(1), audiences, effects)
    await built(out, run(2))
    const killed = await swapSites(out, run(2), audiences, { ...effects, disk: dyingDisk(steps) }).then(
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

test('a build that was killed before its swap goes, and those that are read stay', async () => {
  const out = await folder()
  for (const name of [run(1), run(2), run(3), `${run(4)}.new`, run(5)])
    await mkdir(join(out, '.builds', name, 'staff'), { recursive: true })
  await symlink(join('.builds', run(3), 'staff'), join(out, 'staff'))
  await symlink('nowhere', join(out, 'leadership.new'))
  await sweepSites(out, audiences, effects)
  expect([await builds(out), (await readdir(out)).sort()]).toEqual([
    [run(2), run(3)],
    ['.builds', 'staff'],
  ])
})

test('what is in the way of a link is left alone, and said', async () => {
  const out = await folder()
  await built(out, run(1))
  await mkdir(join(out, 'staff'))
  await expect(swapSites(out, run(1), audiences, effects)).rejects.toThrow(/staff is in the way.*Move it/)
  expect(await readdir(join(out, 'staff'))).toEqual([])
})
