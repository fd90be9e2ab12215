import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { waitingFile } from '../../../data/contract.ts'
import { digestOf } from '../../../site/digest/digest.ts'
import { htmlOf } from '../../../site/digest/html.ts'
import type { Digest } from '../../../site/digest/part.ts'
import { textOf } from '../../../site/digest/text.ts'
import { readRelease } from '../../../site/release.ts'
import { sampleNight } from '../../support/sample-night.ts'
import { call, readHtml, readText, releaseBefore, slipped } from './known.ts'

let current: string
let digest: Digest
let text: string
beforeAll(async () => {
  current = join((await sampleNight()).dir, 'current')
  const previous = releaseBefore({ charts: [slipped('owned')], calls: [call('t-gone', 'Lost key')] })
  const { manifest, ...release } = readRelease(current)
  digest = digestOf({ ...release, manifest: { ...manifest, previous_as_of: previous.as_of }, previous })
  text = textOf(digest, null)
})

test('the digest of the sample is short, and the same as text and as HTML', () => {
  const lines = text.split('\n')
  expect(lines.length).toBeLessThan(90)
  expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(72)
  expect(digest.subject).toMatch(/^[ -~]{20,78}$/)
  expect(readHtml(htmlOf(digest, null))).toBe(readText(text))
})

test('it names no person and no item that waits', () => {
  const { escalations, tickets } = waitingFile.parse(
    JSON.parse(readFileSync(join(current, 'operations', 'waiting.json'), 'utf8')),
  )
  const items = [...escalations, ...tickets]
  const owners = new Set(items.flatMap(({ owner }) => owner ?? []))
  expect(owners.size).toBeGreaterThan(10)
  expect([...owners, ...items.map(({ id }) => id)].filter((name) => text.includes(name))).toEqual([])
})

test('what is new is told, and what has ended', () => {
  expect(text).toContain('“Lost key” is no longer called rising.')
  expect(text).toMatch(/has been rising since/)
})
