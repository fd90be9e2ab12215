import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { manifest, previousFile } from '../../data/contract.ts'
import { Erased } from '../../etl/ingest/erased.ts'
import { previousOf } from '../../etl/publish/previous.ts'
import { calledIssues } from '../../site/brief/issues.ts'
import { boardRows } from '../../site/promises.ts'
import { full, writeRelease } from '../site/fixture.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { folder, goodNight, night } from '../support/installation.ts'

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T17:00:00.000Z`

/** An installation that keeps releases as of these days of a month, each under a name that says nothing of its day. */
const keeping = async (...days: readonly number[]): Promise<string> => {
  const dir = await folder()
  for (const [place, day] of days.entries()) {
    const whole = full()
    writeRelease(join(dir, 'releases', `20261130T02000000${place}Z`), {
      ...whole,
      manifest: { ...whole.manifest, as_of: at(day) },
    })
  }
  return dir
}
const nobody = new Erased(Buffer.from('secret'), [], false)
const asOf = async (dir: string, day: number): Promise<string | null> =>
  (await previousOf(dir, at(day), nobody))?.as_of ?? null

describe('the release before is', () => {
  test.each<[string, number[], number | null]>([
    ['none where none is kept', [], null],
    ['none where all are as of the same time or later', [20, 25], null],
    ['the newest of those as of an earlier time, whatever order they were made in', [17, 19, 12, 20, 22], 19],
  ])('%s', async (_, days, found) => {
    expect(await asOf(await keeping(...days), 20)).toBe(found === null ? null : at(found))
  })

  test.each([
    ['its manifest', 'manifest.json', '{'],
    ['its manifest, which says as of when it is', 'manifest.json', `{ "as_of": "${at(19)}"`],
    ['a measure of it', join('measures', 'updated.json'), '{}'],
  ])('the one before that where %s is damaged', async (_, name, text) => {
    const dir = await keeping(17, 19)
    await writeFile(join(dir, 'releases', '20261130T020000001Z', name), text)
    expect(await asOf(dir, 20)).toBe(at(17))
  })
})

test('what it called is what its own board and its own issues say', async () => {
  const { manifest: whole, measures } = full()
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const called = await previousOf(await keeping(19), at(20), nobody)
  const slipped = boardRows(whole, byId).filter(({ standing }) => standing === 'slipped')
  expect(called?.charts.filter((one) => one.slipped !== null).map(({ measure }) => measure)).toEqual(
    slipped.map(({ measure }) => measure),
  )
  for (const direction of ['up', 'down'] as const)
    expect(called?.calls.filter((one) => one.direction === direction).map(({ issue }) => issue)).toEqual(
      calledIssues(byId, direction).map(({ key }) => key),
    )
})

describe('what was told already is what the last good night called', () => {
  const standing = '20261130T020000001Z'
  const toldAfter = async (days: readonly number[], lastGood: Readonly<Record<string, unknown>> | null) => {
    const dir = await keeping(...days)
    if (lastGood !== null) await writeFile(join(dir, 'last-good.json'), JSON.stringify(lastGood))
    return (await previousOf(dir, at(20), nobody))?.told ?? null
  }
  const good = {
    run: standing,
    as_of: at(20),
    published_at: at(20),
    sites_at: at(20),
    stale: [],
    warnings: 0,
    looked_at: at(20),
    next_update_due_at: at(21),
    inputs: 'a sum',
    left: 'another',
  }

  test('where it was as of the same time', async () => {
    const told = await toldAfter([19, 20], good)
    const { charts, calls } = (await previousOf(await keeping(19), at(20), nobody)) ?? {}
    expect(told?.charts).toEqual(charts)
    expect(told?.calls).toEqual(calls?.map(({ issue, direction }) => ({ issue, direction })))
    expect(told?.calls.length).toBeGreaterThan(0)
  })

  test.each<[string, number[], Record<string, unknown> | null]>([
    ['it was as of an earlier time', [17, 19], good],
    ['it built no sites, so that nobody was told', [19, 20], { ...good, sites_at: null }],
    ['the release of that time was of a night that did not end well', [19, 20], { ...good, run: '20261130T020000000Z' }],
    ['there was none', [19, 20], null],
  ])('and nothing where %s', async (_, days, lastGood) => {
    expect(await toldAfter(days, lastGood)).toBeNull()
  }) // biome-ignore format: a table
})

test('a night says as of when the release before is, and run again it says the same', async () => {
  const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
  const world = { config: configOf(eventSource), files: { 'inbox/log.csv': log } }
  const { dir } = await goodNight(world, ['--as-of', '2026-03-30T12:00:00Z'])
  const stands = async () =>
    manifest.parse(JSON.parse(await readFile(join(dir, 'current', 'manifest.json'), 'utf8')))
  expect((await stands()).previous_as_of).toBeNull()
  for (const _ of ['one night', 'the same again']) {
    expect((await night(dir)).code).toBe(0)
    const { previous_as_of } = await stands()
    const file = previousFile.parse(JSON.parse(await readFile(join(dir, 'current', 'previous.json'), 'utf8')))
    expect([previous_as_of, file.as_of]).toEqual(['2026-03-30T12:00:00.000Z', '2026-03-30T12:00:00.000Z'])
  }
})

test('who was erased since is in the name of no issue that it called', async () => {
  const dir = await keeping(19)
  const { calls = [] } = (await previousOf(dir, at(20), nobody)) ?? {}
  const [{ label = '' } = {}] = calls
  const erased = nobody.and([label], at(20))
  expect(label).not.toBe('')
  expect(JSON.stringify(await previousOf(dir, at(20), erased))).not.toContain(label)
})
