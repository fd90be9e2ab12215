import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { measureOf, readRelease } from '../../site/release.ts'
import { firstNight, full, troubled, writeRelease } from './fixture.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each([
  ['a full one', full],
  ['a first night', firstNight],
  ['one with every fault', troubled],
])('%s is read whole', (_, make) => {
  writeRelease(folder, make())
  const release = readRelease(folder)
  expect([...release.measures.keys()]).toEqual(make().manifest.measures)
  expect(measureOf(release, 'satisfaction')).toBeNull()
})

test('a folder without a release is named', () => {
  expect(() => readRelease(folder)).toThrow(
    /manifest\.json: cannot be read\. Is RELEASE the folder of a release/,
  )
})

test('a broken file is named with its fault', () => {
  writeRelease(folder, full())
  writeFileSync(join(folder, 'run.json'), '{ "run":')
  expect(() => readRelease(folder)).toThrow(/run\.json: not JSON/)
})

test('a field that the contract does not know is named', () => {
  const fixture = full()
  writeRelease(folder, fixture)
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...fixture.manifest, suppress_below: -1 }))
  expect(() => readRelease(folder)).toThrow(
    /manifest\.json: not as data\/contract\.ts says\. suppress_below: /,
  )
})

test('a measure under the wrong name is refused', () => {
  const fixture = full()
  writeRelease(folder, fixture)
  writeFileSync(join(folder, 'measures', 'recurring.json'), JSON.stringify(fixture.measures[0]))
  expect(() => readRelease(folder)).toThrow(/recurring\.json: holds the measure "acknowledged"/)
})

test('a measure that the manifest promises and that is not there is named', () => {
  writeRelease(folder, full())
  rmSync(join(folder, 'measures', 'owner-load.json'))
  expect(() => readRelease(folder)).toThrow(/owner-load\.json: cannot be read/)
})
