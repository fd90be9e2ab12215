import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Disk, disk, type Effects } from '../../etl/effects.ts'
import { commit, pruneReleases, swapSites, sweep, workshopOf } from '../../etl/publish/commit.ts'
import { dyingDisk } from '../support/disk.ts'
import { folder } from '../support/installation.ts'

const effects = (own: Partial<Disk> = {}): Effects => ({
  now: () => new Date(0),
  log: () => {},
  progress: () => {},
  disk: { ...disk, ...own },
})

/** An installation in which one run has been published and the next is ready in its workshop. */
async function ready(): Promise<string> {
  const dir = await folder()
  for (const run of ['1', '2']) {
    await mkdir(join(workshopOf(dir, run), 'release'), { recursive: true })
    await writeFile(join(workshopOf(dir, run), 'release', 'manifest.json'), run)
    await writeFile(join(workshopOf(dir, run), 'warehouse.duckdb'), run)
  }
  await commit(dir, '1', effects())
  return dir
}

const stands = (dir: string): Promise<string> => readFile(join(dir, 'current', 'manifest.json'), 'utf8')

describe('a release', () => {
  test('stands with its warehouse once it is committed', async () => {
    const dir = await ready()
    await commit(dir, '2', effects())
    expect(await readlink(join(dir, 'current'))).toBe(join('releases', '2'))
    expect([await stands(dir), await readFile(join(dir, 'warehouse.duckdb'), 'utf8')]).toEqual(['2', '2'])
  })

  test.each([0, 1, 2, 3, 4])(
    'killed before step %i of the commit: the one before still stands whole',
    async (steps) => {
      const dir = await ready()
      await expect(commit(dir, '2', effects(dyingDisk(steps)))).rejects.toThrow('killed')
      expect(await stands(dir)).toBe('1')
      expect((await readdir(dir)).filter((name) => name.endsWith('.new'))).toEqual([])
    },
  )

  test('is committed in five steps, so that none above is missed', async () => {
    const dir = await ready()
    await commit(dir, '2', effects(dyingDisk(5)))
    expect(await stands(dir)).toBe('2')
  })

  test('of old goes, but never the one that stands', async () => {
    const dir = await folder()
    for (const run of ['1', '2', '3', '4']) await mkdir(join(dir, 'releases', run), { recursive: true })
    await pruneReleases(dir, '1', 2, effects())
    expect((await readdir(join(dir, 'releases'))).sort()).toEqual(['1', '4'])
  })
})

test('what is in the way of a link is left alone, and said', async () => {
  const dir = await ready()
  await mkdir(join(dir, 'out', 'staff'), { recursive: true })
  await mkdir(join(dir, 'out', '.builds', '2', 'staff'), { recursive: true })
  await expect(swapSites(join(dir, 'out'), '2', ['staff'], effects())).rejects.toThrow(
    /staff is in the way.*Move it/,
  )
})

test('sites are swapped in as links to the newest build, and older builds go', async () => {
  const out = await folder()
  for (const run of ['1', '2']) await mkdir(join(out, '.builds', run, 'staff'), { recursive: true })
  await symlink(join('.builds', '1', 'staff'), join(out, 'staff'))
  await swapSites(out, '2', ['staff'], effects())
  expect(await readlink(join(out, 'staff'))).toBe(join('.builds', '2', 'staff'))
  expect(await readdir(join(out, '.builds'))).toEqual(['2'])
})

test('a sweep removes half-written files and workshops, and nothing else', async () => {
  const dir = await ready()
  await mkdir(join(dir, 'landed'))
  for (const name of ['landed/a.parquet', 'landed/b.parquet.new', '.key.new', 'config.yaml'])
    await writeFile(join(dir, name), '')
  await sweep(dir, effects())
  expect((await readdir(dir)).sort()).toEqual([
    'config.yaml',
    'current',
    'landed',
    'releases',
    'warehouse.duckdb',
  ])
  expect(await readdir(join(dir, 'landed'))).toEqual(['a.parquet'])
})
