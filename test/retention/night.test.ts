import { describe, expect, test } from 'vitest'
import { disk, type Effects } from '../../etl/effects.ts'
import { removeLone } from '../../etl/ingest/lone.ts'
import { limitsAt } from '../../etl/retention/limits.ts'
import { retainTonight } from '../../etl/retention/night.ts'
import { configOf, eventSource } from '../support/config.ts'
import { dyingDisk } from '../support/disk.ts'
import { settingsOf } from '../support/memory.ts'
import { daysAgo, type Kept, keptIn, left, now, readOf, runAt, shaOf } from './kept.ts'

const settings = await settingsOf(
  configOf(eventSource, 'retention: { landed_days: 1000, quarantine_days: 90 }'),
)
const calm = [daysAgo(3), daysAgo(2), daysAgo(1)]
const fresh = daysAgo(1)

async function tonight(kept: Kept, landedTonight: readonly string[] = [], effects: Partial<Effects> = {}) {
  const names = Object.keys(kept.landed ?? {})
  const { dir, receipts } = await keptIn(kept)
  const lines: string[] = []
  const job = { installation: dir, settings, limits: limitsAt(now, settings) }
  const world = {
    now: () => now,
    log: (line: string) => lines.push(line),
    progress: () => {},
    disk,
    ...effects,
  }
  const found = await retainTonight(readOf(receipts, landedTonight), job, world)
  return {
    ...(await left(dir, names)),
    ingested: found,
    log: lines.join('\n'),
    warnings: found.warnings.join('\n'),
  }
}

describe('of what is landed a night removes', () => {
  const cases: [string, Kept, string[], string[]][] = [
    [
      'what was exported longer ago than it is kept',
      { landed: { old: daysAgo(1000, 1), fresh } },
      [],
      ['old'],
    ],
    ['not what is just as old', { landed: { old: daysAgo(1000), fresh } }, [], []],
    [
      'nothing where nothing else would be left',
      { landed: { old: daysAgo(4000), older: daysAgo(5000) } },
      [],
      [],
    ],
    [
      'nothing after a month without a night',
      { landed: { old: daysAgo(2000), fresh }, releases: [daysAgo(32)] },
      [],
      [],
    ],
    [
      'what is due after 31 days',
      { landed: { old: daysAgo(2000), fresh }, releases: [daysAgo(31)] },
      [],
      ['old'],
    ],
    [
      'nothing on a second night after the clock jumped',
      { landed: { old: daysAgo(2000), fresh }, releases: [daysAgo(3651), daysAgo(3650), daysAgo(1)] },
      [],
      [],
    ],
    [
      'nothing where the clock went back',
      { landed: { old: daysAgo(2000), fresh }, releases: [daysAgo(-1)] },
      [],
      [],
    ],
    [
      'on the first night what it landed tonight',
      { landed: { old: daysAgo(3650), fresh }, releases: [] },
      ['old', 'fresh'],
      ['old'],
    ],
    [
      'on the first night nothing that was landed before',
      { landed: { old: daysAgo(3650), fresh }, releases: [] },
      ['fresh'],
      [],
    ],
  ]
  test.each(cases)('%s', async (_, kept, landedTonight, removed) => {
    const found = await tonight({ releases: calm, ...kept }, landedTonight)
    expect(found.gone).toEqual(removed)
    expect(found.landed).toEqual(Object.keys(kept.landed ?? {}).filter((name) => !removed.includes(name)))
    expect(found.rows).toEqual(found.landed)
    expect(found.ingested.landed.map(({ names }) => names[0])).toEqual(found.landed)
    expect([...found.ingested.expired]).toEqual(removed.length > 0 ? ['log'] : [])
  })
})

describe('a night says', () => {
  const old = { old: daysAgo(2000), fresh }
  test.each<[string, Kept, RegExp]>([
    ['why nothing is removed where the clock may be wrong', { landed: old, releases: [daysAgo(3650)] }, /1 file of .* stays, since no night was published between 2016-.* and 2026-.*: look at the clock.* npm run purge/],
    ['why where the clock went back', { landed: old, releases: [daysAgo(-1)] }, /since the clock went back/],
    ['why where nothing would be left', { landed: { old: daysAgo(2000) }, releases: calm }, /nothing else would be left.*retention\.landed_days/],
  ])('%s', async (_, kept, words) => expect((await tonight(kept)).warnings).toMatch(words)) // biome-ignore format: a table
  test('how much it removed', async () => {
    const { log, warnings } = await tonight({ landed: old, releases: calm })
    expect(log).toContain('1 file removed from landed/, 0 files from quarantine/')
    expect(warnings).toBe('')
  })
  test('nothing where nothing is due', async () => {
    const { log, warnings } = await tonight({ landed: { fresh }, releases: [daysAgo(3650)] })
    expect(log + warnings).toBe('')
  })
})

test('of what was set aside a night removes what runs wrote longer ago than it is kept', async () => {
  const [old, young] = [runAt(daysAgo(90, 1)), runAt(daysAgo(90))]
  const recent = daysAgo(0)
  const setAside = {
    [`${old}.csv`]: recent,
    [`${old}.json`]: recent,
    [`${young}.csv`]: recent,
    'by-hand.csv': daysAgo(400),
  }
  // whenever what it holds was written last: an erasure and another mapping write it anew
  const landed = { past: daysAgo(100), inside: daysAgo(100), fresh }
  const landedAt = { past: daysAgo(90, 1), inside: daysAgo(90) }
  const found = await tonight({ landed, landedAt, releases: calm, setAside })
  expect(found.setAside).toEqual([`${young}.csv`, 'by-hand.csv'])
  expect(found.rows).toEqual(['inside', 'fresh'])
  expect(found.landed).toEqual(['past', 'inside', 'fresh'])
})

test('a removal that is killed before any of its steps is finished by the next night', async () => {
  const landed = { old: daysAgo(2000), older: daysAgo(3000), fresh }
  const setAside = { [`${runAt(daysAgo(100))}.csv`]: daysAgo(100) }
  const names = Object.keys(landed)
  const ends: unknown[] = []
  for (let steps = 0; ; steps++) {
    const { dir, receipts } = await keptIn({ landed, releases: calm, setAside })
    const job = { installation: dir, settings, limits: limitsAt(now, settings) }
    const world = { now: () => now, log: () => {}, progress: () => {} }
    const end = await retainTonight(readOf(receipts), job, { ...world, disk: dyingDisk(steps) }).catch(
      () => null,
    )
    // as every night does when it has read what is new
    await removeLone(dir, { ...world, disk })
    const rest = receipts.filter(({ sha256 }) => sha256 === shaOf('fresh'))
    await retainTonight(readOf(rest), job, { ...world, disk })
    ends.push(await left(dir, names))
    if (end !== null) break
  }
  expect(ends.length).toBeGreaterThan(10)
  const whole = { landed: ['fresh'], half: false, gone: ['old', 'older'], rows: ['fresh'], setAside: [] }
  expect(ends).toEqual(Array(ends.length).fill(whole))
})
