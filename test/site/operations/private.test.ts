/** Who owns what waits is for those who run escalations: no file of another audience's site has it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WaitingFile } from '../../../data/contract.ts'
import { waitingOf } from '../../publish/waiting-world.ts'
import { sampleNight } from '../../support/sample-night.ts'
import { buildSite, filesIn } from './build.ts'

const root = mkdtempSync(join(tmpdir(), 'private-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const readable = ['.html', '.json', '.csv', '.js', '.xml', '.txt'] as const
let waiting: WaitingFile
const texts = new Map<string, string[]>()

beforeAll(async () => {
  const { dir } = await sampleNight()
  waiting = await waitingOf(dir)
  for (const audience of ['staff', 'leadership', 'operations'] as const) {
    const out = join(root, audience)
    await buildSite(audience, join(dir, 'current'), out)
    texts.set(
      audience,
      filesIn(out, ...readable).map((name) => readFileSync(join(out, name), 'utf8')),
    )
  }
})

const found = (audience: string, words: readonly string[]): string[] => {
  const all = texts.get(audience) ?? []
  return words.filter((word) => all.some((text) => text.includes(word)))
}
const items = () => [...waiting.escalations, ...waiting.tickets]
const owners = () => [...new Set(items().flatMap(({ owner }) => owner ?? []))]

test('the operations site names every owner and every item', () => {
  expect(owners().length).toBeGreaterThan(10)
  expect(found('operations', owners())).toEqual(owners())
  expect(
    found(
      'operations',
      items().map(({ id }) => id),
    ),
  ).toHaveLength(items().length)
})

test.each(['staff', 'leadership'])('the %s site names no owner and no item of it', (audience) => {
  expect((texts.get(audience) ?? []).length).toBeGreaterThan(5)
  expect(found(audience, owners())).toEqual([])
  expect(
    found(
      audience,
      items().map(({ id }) => id),
    ),
  ).toEqual([])
})
