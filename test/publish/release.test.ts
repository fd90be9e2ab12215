import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  formatsFile,
  type Manifest,
  manifest,
  measureFile,
  runFile,
  setAsideFile,
  staffFile,
  waitingFile,
} from '../../data/contract.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { GateError, passGate } from '../../etl/publish/gate.ts'
import { nextUpdateDueAt } from '../../etl/publish/next-update.ts'
import { type Release, writeRelease } from '../../etl/publish/release.ts'
import { standingRelease } from '../../etl/publish/standing.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { folder, goodNight } from '../support/installation.ts'

const effects: Effects = { now: () => new Date(0), log: () => {}, progress: () => {}, disk }
const read = async (...path: string[]) => JSON.parse(await readFile(join(...path), 'utf8'))

let dir: string
let stands: Release
beforeAll(async () => {
  const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
  dir = (await goodNight({ config: configOf(eventSource), files: { 'inbox/log.csv': log } })).dir
  const current = join(dir, 'current')
  const names = await readdir(join(current, 'measures'))
  stands = {
    manifest: manifest.parse(await read(current, 'manifest.json')),
    run: runFile.parse(await read(current, 'run.json')),
    measures: await Promise.all(
      names.map(async (name) => measureFile.parse(await read(current, 'measures', name))),
    ),
    staff: staffFile.parse(await read(current, 'staff.json')),
    operations: {
      waiting: waitingFile.parse(await read(current, 'operations', 'waiting.json')),
      setAside: setAsideFile.parse(await read(current, 'operations', 'set-aside.json')),
      formats: formatsFile.parse(await read(current, 'operations', 'formats.json')),
    },
    owners: null,
    previous: null,
  }
})

describe('the gate', () => {
  test('lets through what the contract allows, and changes nothing', () => {
    expect(JSON.parse(passGate('manifest.json', manifest, stands.manifest))).toEqual(stands.manifest)
  })

  const spoilt: [string, (good: Manifest) => unknown, string][] = [
    ['a field that nobody knows', (good) => ({ ...good, requester: 'Ann Lee' }), 'requester'],
    ['one deep within', (good) => ({ ...good, institution: { ...good.institution, head: 'Ann' } }), 'institution'],
    ['one within a list', (good) => ({ ...good, sources: good.sources.map((one) => ({ ...one, path: '/x' })) }), 'sources.0'],
    ['a field that is missing', ({ as_of: _, ...rest }) => rest, 'as_of'],
    ['a time that is none', (good) => ({ ...good, as_of: 'today' }), 'as_of'],
    ['a figure that is no number', (good) => ({ ...good, suppress_below: Number.NaN }), 'suppress_below'],
  ] // biome-ignore format: a table
  test.each(spoilt)('refuses %s, by name', (_, spoil, name) => {
    const pass = () => passGate('manifest.json', manifest, spoil(stands.manifest))
    expect(pass).toThrow(GateError)
    expect(pass).toThrow('manifest.json is not as the contract allows')
    expect(pass).toThrow(name)
  })
})

describe('a release', () => {
  test('is a manifest, the receipts of the run and a file for each measure that it names', async () => {
    const into = join(await folder(), 'release')
    await writeRelease(into, stands, effects)
    expect((await readdir(into)).sort()).toEqual([
      'manifest.json',
      'measures',
      'operations',
      'run.json',
      'staff.json',
    ])
    expect((await readdir(join(into, 'measures'))).sort()).toEqual(
      stands.manifest.measures.map((id) => `${id}.json`).sort(),
    )
    expect(await read(into, 'run.json')).toEqual(stands.run)
  })

  test('of which one measure is not as it may be is not written at all', async () => {
    const into = join(await folder(), 'release')
    const measures = stands.measures.map((one, index) => (index === 1 ? { ...one, owner: 'Ann' } : one))
    await expect(writeRelease(into, { ...stands, measures }, effects)).rejects.toThrow(GateError)
    await expect(readdir(into)).rejects.toThrow('ENOENT')
  })

  test('says when the next is due by the clocks of the institution', () => {
    const { next_update_due_at, institution } = stands.manifest
    expect(next_update_due_at).toBe(nextUpdateDueAt(stands.run.finished_at, '03:00', institution.timezone))
  })

  test('that stands is found by its link, and none where there is none', async () => {
    const { run, as_of, built_at } = stands.manifest
    expect(await standingRelease(dir)).toEqual({ run, as_of, built_at })
    expect(await standingRelease(await folder())).toBeNull()
  })

  test('whose link leads nowhere, or is none, is not taken for none: what was there is not replaced unasked', async () => {
    const [gone, copied] = [await folder(), await folder()]
    await symlink('releases/20261101T020000000Z', join(gone, 'current'))
    await expect(standingRelease(gone)).rejects.toThrow(
      `current leads to release 20261101T020000000Z, which is not there whole: restore it, or remove the link ${gone}`,
    )
    await mkdir(join(copied, 'current'))
    await expect(standingRelease(copied)).rejects.toThrow('current is in the way')
  })
})
