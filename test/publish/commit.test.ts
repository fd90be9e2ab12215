import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Disk, disk, type Effects } from '../../etl/effects.ts'
import { commit, workshopOf } from '../../etl/publish/commit.ts'
import { pruneReleases, sweep } from '../../etl/publish/sweep.ts'
import { dyingDisk } from '../support/disk.ts'
import { folder } from '../support/installation.ts'

const effects = (own: Partial<Disk> = {}, lines: string[] = []): Effects => ({
  now: () => new Date(0),
  log: (line) => lines.push(line),
  progress: () => {},
  disk: { ...disk, ...own },
})

/** The nth run of a month. */
const run = (nth: number): string => `202611${String(nth).padStart(2, '0')}T020000000Z`
const [first, second, third] = [run(1), run(2), run(3)]

/** An installation in which one run has been published and the next is ready in its workshop. */
async function ready(): Promise<string> {
  const dir = await folder()
  for (const name of [first, second]) {
    await mkdir(join(workshopOf(dir, name), 'release'), { recursive: true })
    await writeFile(join(workshopOf(dir, name), 'release', 'manifest.json'), name)
    await writeFile(join(workshopOf(dir, name), 'warehouse.duckdb'), name)
  }
  await commit(dir, first, effects())
  return dir
}

const stands = (dir: string): Promise<string> => readFile(join(dir, 'current', 'manifest.json'), 'utf8')
const warehouse = (dir: string): Promise<string> => readFile(join(dir, 'warehouse.duckdb'), 'utf8')
const releases = async (dir: string): Promise<string[]> => (await readdir(join(dir, 'releases'))).sort()

describe('a release', () => {
  test('stands with its warehouse once it is committed', async () => {
    const dir = await ready()
    await commit(dir, second, effects())
    expect(await readlink(join(dir, 'current'))).toBe(join('releases', second))
    expect([await stands(dir), await warehouse(dir)]).toEqual([second, second])
  })

  test.each([0, 1, 2, 3, 4, 5])(
    'killed before step %i of the commit: the one before still stands whole, and a sweep leaves nothing of it',
    async (steps) => {
      const dir = await ready()
      await expect(commit(dir, second, effects(dyingDisk(steps)))).rejects.toThrow('killed')
      expect([await stands(dir), await warehouse(dir)]).toEqual([first, first])
      expect((await readdir(dir)).filter((name) => name.endsWith('.new'))).toEqual([])
      await sweep(dir, effects())
      expect([await releases(dir), await readdir(dir)]).toEqual([
        [first],
        ['current', 'releases', 'warehouse.duckdb'],
      ])
      expect(await warehouse(dir)).toBe(first)
    },
  )

  test('killed after six steps: it stands, and a sweep puts its warehouse in place', async () => {
    const dir = await ready()
    await commit(dir, second, effects(dyingDisk(6)))
    expect([await stands(dir), await warehouse(dir)]).toEqual([second, first])
    await sweep(dir, effects())
    expect([await readdir(dir), await warehouse(dir)]).toEqual([
      ['current', 'releases', 'warehouse.duckdb'],
      second,
    ])
  })

  test('whose link was moved and may not be on the disk yet stands, and that is said', async () => {
    const dir = await ready()
    const lines: string[] = []
    const link = async (target: string, path: string) => {
      await disk.link(target, path)
      throw new Error('the disk did not answer')
    }
    await commit(dir, second, effects({ link }, lines))
    expect(await stands(dir)).toBe(second)
    expect(lines).toEqual([expect.stringContaining(`release ${second} stands`)])
  })

  test('of old goes, but never the one that stands', async () => {
    const dir = await folder()
    for (const nth of [1, 2, 3, 4]) await mkdir(join(dir, 'releases', run(nth)), { recursive: true })
    await pruneReleases(dir, run(1), 2, effects())
    expect(await releases(dir)).toEqual([run(1), run(4)])
  })

  test('that was replaced just now stays, however few are kept', async () => {
    const dir = await folder()
    for (const nth of [1, 2, 3]) await mkdir(join(dir, 'releases', run(nth)), { recursive: true })
    await pruneReleases(dir, third, 1, effects())
    expect(await releases(dir)).toEqual([second, third])
  })
})

describe('a sweep', () => {
  test('removes half-written files and workshops, and nothing else', async () => {
    const dir = await ready()
    await mkdir(join(dir, 'landed'))
    const own = [
      '.key.new',
      '.erased.new',
      'last-good.json.new',
      'last-night.json.new',
      'current.new',
      '.lock.17.new',
    ]
    const others = ['config.yaml', 'config.yaml.new', 'corrections.csv.new', 'warehouse.old.duckdb']
    for (const name of ['landed/a.parquet', 'landed/b.parquet.new', ...own, ...others])
      await writeFile(join(dir, name), '')
    await sweep(dir, effects())
    expect((await readdir(dir)).sort()).toEqual(
      [...others, 'current', 'landed', 'releases', 'warehouse.duckdb'].sort(),
    )
    expect(await readdir(join(dir, 'landed'))).toEqual(['a.parquet'])
  })

  /** What stands, and which of three releases and a folder of somebody's are left. */
  const cases: [string, string | null, string[]][] = [
    ['what is newer than what stands goes', second, [first, second, 'mine']],
    ['nothing goes where the newest stands', third, [first, second, third, 'mine']],
    [
      'nothing goes where none stands, since nothing says which of them did',
      null,
      [first, second, third, 'mine'],
    ],
  ]
  test.each(cases)('of releases: %s', async (_, current, left) => {
    const dir = await folder()
    for (const name of [first, second, third, 'mine'])
      await mkdir(join(dir, 'releases', name), { recursive: true })
    if (current) await symlink(join('releases', current), join(dir, 'current'))
    await sweep(dir, effects())
    expect(await releases(dir)).toEqual(left)
  })
})
