import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, realpath, rename, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { UsageError } from '../../etl/config/errors.ts'
import { isOpenToAll } from '../../etl/doctor/open-to-all.ts'
import { readDoctorOptions } from '../../etl/doctor.ts'
import { csv } from '../support/config.ts'
import { holdLock } from '../support/holder.ts'
import { folder, night } from '../support/installation.ts'
import { removed, together, written } from './breaking.ts'
import { cases } from './cases.ts'
import { copyOf, looked, names, outOf, stateOf, wellOne } from './looked.ts'

let whole: string
/** All that was said in this file. */
const said: string[] = []

beforeAll(async () => {
  whole = await wellOne()
})

test('where all is well, each look says so and nothing is to be done', async () => {
  const { code, lines, unwell, text } = await looked(whole)
  said.push(text)
  expect([code, unwell]).toEqual([0, ['All is well.']])
  const subjects = lines.slice(0, -2).map((line) => line.slice(7, 18).trim())
  expect([...new Set(subjects)]).toEqual([
    'run',
    'last night',
    'release',
    'sites',
    'source',
    'inbox',
    'records',
    'warnings',
    'settings',
    'clock',
    'room',
    'sizes',
    'folders',
    'privacy',
    'retention',
    'key',
    'readings',
    'landed',
    'history',
    'leftovers',
    'program',
  ])
})

test('nothing is changed and nothing is left behind', async () => {
  const before = await stateOf(whole)
  await looked(whole)
  expect(await stateOf(whole)).toEqual(before)
})

describe('it says what is wrong and the one thing to do', () => {
  test.each(cases)('$is', async ({ breaks, on, says }) => {
    const dir = await copyOf(whole)
    await breaks?.(dir)
    const { code, unwell, text } = await looked(dir, on)
    said.push(text)
    expect(unwell).toEqual(says)
    expect(code).toBe(says.some((line) => line.startsWith('to do')) ? 1 : 0)
  })
})

describe('what it says no night publishes with, none does', () => {
  const stopping = cases.filter(
    ({ says, on }) => says.at(-1)?.includes('no night publishes') && on?.machine === undefined,
  )
  test.each(stopping)('$is', async ({ breaks, on }) => {
    const dir = await copyOf(whole)
    await breaks?.(dir)
    const now = on?.now ?? '2026-04-02T02:00:00Z'
    const code = await night(dir, [], { now: () => new Date(now) }).then(
      (done) => done.code,
      () => 'thrown',
    )
    expect(code).not.toBe(0)
  })
})

describe('while a run is at work', () => {
  const held = async (dir: string) => {
    const release = await holdLock(dir)
    const { code, unwell } = await looked(dir)
    await release()
    return { code, unwell: unwell.map((line) => line.replace(/process \d+/, 'process N')) }
  }

  test('it says so, and what that run has half done is no fault', async () => {
    const dir = await copyOf(whole)
    await together(written('.workshop/20260401T071500000Z/x', 'x'), written('landed/a.json.new', 'x'))(dir)
    expect(await held(dir)).toEqual({
      code: 0,
      unwell: [
        'note run: a run is at work (process N) since Wed 1 Apr 2026 08:15, 15 minutes. What is said here may change with it: ask again when it has ended',
        'All is well, with 1 note.',
      ],
    })
  })

  test('one that stands still is to be ended', async () => {
    const dir = await copyOf(whole)
    await written('.workshop/20260331T071500000Z/x', 'x')(dir)
    expect(await held(dir)).toEqual({
      code: 1,
      unwell: [
        'to do run: a run is at work (process N) since Tue 31 Mar 2026 08:15, 24 hours. See what holds it up, or end that process: the next night removes what it left',
        '1 thing to do.',
      ],
    })
  })

  test('one of another installation, where the sites go, is told', async () => {
    const dir = await copyOf(whole)
    const release = await holdLock(outOf(dir))
    const { unwell } = await looked(dir)
    await release()
    expect(unwell[0]).toMatch(
      /^note run: a run of another installation is at work in OUT \(process \d+\)\. A night that begins before it has ended publishes nothing$/,
    )
  })
})

describe('the night after', () => {
  const atNight = '2026-04-02T02:00:00Z'
  let before: readonly string[]
  let after: readonly string[]

  beforeAll(async () => {
    const dir = await copyOf(whole)
    const at = '2026-04-01T22:00:00Z'
    const good = Array.from({ length: 30 }, (_, index) => `T${index},2026-03-02T09:00,1,new,,,,`)
    const bad = ['T90,whenever,1,new,,,,', 'T91,2026-03-02T09:00,1,limbo,,,,']
    await together(
      written('inbox/log-2.csv', csv('id,at,order,status,owner,team,actor,opened', ...good, ...bad), at),
      written('inbox/escalations-2.csv', csv('nothing,of,use', '1,2,3'), at),
      removed('warehouse.duckdb'),
      written('landed/a.json.new', 'x'),
    )(dir)
    const looks = [await looked(dir)]
    await night(dir, [], { now: () => new Date(atNight) })
    looks.push(await looked(dir, { now: '2026-04-02T07:30:00Z' }))
    said.push(...looks.map(({ text }) => text))
    ;[before, after] = looks.map(({ unwell }) => unwell) as [string[], string[]]
  })

  const of = (lines: readonly string[], ...subjects: readonly string[]) =>
    lines.filter((line) => subjects.some((subject) => line.includes(` ${subject}: `)))

  test('what was refused, set aside and warned of is told in counts', () => {
    expect(of(after, 'records', 'warnings')).toEqual([
      'to do records: 1 file refused whole last night: missing_column 1. The warnings in DIR/current/run.json name each and say what to do',
      'to do records: 2 of 32 records in 1 file set aside: bad_date 1, unknown_value 1. They stand with their reasons in DIR/quarantine/RUN.csv: mend config.yaml or the export',
      'note warnings: the newest exports are otherwise than those before in 1 thing: value_unknown 1. See drift in DIR/current/run.json, or /data/ of the operations site',
      'note warnings: 4 warnings for readers of the figures. See warnings in DIR/current/run.json, or /data/ of the operations site',
    ])
  })

  test('what the night mends by itself is mended', () => {
    expect(of(before, 'history', 'leftovers')).toEqual([
      'note history: warehouse.duckdb is not there. Run npm run nightly -- --data DIR --out OUT if analysts need it sooner than tomorrow',
      'note leftovers: a run was killed and left 1 thing, 1 byte: landed/a.json.new; the next night removes them',
    ])
    expect(of(after, 'history', 'leftovers')).toEqual([])
  })
})

test.runIf(process.getuid?.() === 0)('files that a night of another user left are told', async () => {
  const dir = await copyOf(whole)
  await chown(join(dir, '.key'), 4242, 4242)
  expect((await looked(dir)).unwell[0]).toBe(
    'to do folders: what nights wrote belongs to 2 users (0, 4242). Give all to the one who runs the nightly: chown -R USER DIR',
  )
})

test.each([
  ['open all the way', 0o755, 0o755, true],
  ['closed itself', 0o755, 0o750, false],
  ['behind a closed folder', 0o700, 0o755, false],
  ['behind one that is passed through and not read', 0o711, 0o755, true],
])('a folder that is %s is open to every account: or not', async (_, above, own, isOpen) => {
  const top = await realpath(await folder())
  await mkdir(join(top, 'above', 'own'), { recursive: true })
  await chmod(join(top, 'above'), above)
  await chmod(join(top, 'above', 'own'), own)
  expect(await isOpenToAll(join(top, 'above', 'own'), top)).toBe(isOpen)
})

test('landed files that lie on another disk behind a link are well', async () => {
  const dir = await copyOf(whole)
  const elsewhere = join(await folder(), 'landed')
  await rename(join(dir, 'landed'), elsewhere)
  await symlink(elsewhere, join(dir, 'landed'))
  expect((await looked(dir)).unwell).toEqual(['All is well.'])
})

test('no name of a person, no cell and no secret was printed in any of these', () => {
  const text = said.join('\n')
  const canaries = [
    ...Object.values(names),
    'Leeds',
    'alee',
    'Secret file 7',
    'limbo',
    'whenever',
    'kept-from-all',
  ]
  expect(said.length).toBeGreaterThan(cases.length)
  expect(canaries.filter((canary) => text.includes(canary))).toEqual([])
})

describe('wrong usage', () => {
  test('a folder that is not there is 2', async () => {
    const nowhere = join(await folder(), 'nowhere')
    expect(await looked(nowhere)).toMatchObject({
      code: 2,
      text: `there is no installation at ${nowhere}: give its folder with --data`,
    })
  })

  test.each([[['--dat', 'x']], [['x']], [['--data']]])('%j is said with the help', (words) => {
    expect(() => readDoctorOptions(words)).toThrow(UsageError)
    expect(() => readDoctorOptions(words)).toThrow('npm run doctor')
  })
})

test('the command ends with 1 on a folder that is no installation, and tells how to begin one', async () => {
  const dir = await folder()
  const command = resolve(import.meta.dirname, '../../etl/doctor.ts')
  const child = spawn(process.execPath, [command, '--data', dir, '--out', join(dir, 'out')])
  const lines: string[] = []
  child.stdout.on('data', (bytes) => lines.push(String(bytes)))
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(lines.join('')).toContain(`begin with: npm run init -- ${dir}`)
})
