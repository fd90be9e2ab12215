import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { setKey } from '../../etl/db/key.ts'
import { type Drawing, peopleShown } from '../../etl/publish/owners/shown.ts'
import { memory } from '../support/memory.ts'

const people = [...Array.from({ length: 200 }, (_, at) => `Person Nº ${at}`), 'Ann Lee', 'ann lee']
let database: Database

beforeAll(async () => {
  database = await memory()
})

const codesIn = async (run: string, audience: Drawing['audience'] = 'operations') => {
  const shown = await peopleShown(database, 'coded', [...people, null, ...people], { run, audience })
  return people.map(shown)
}
const same = (one: (string | null)[], other: (string | null)[]): unknown[] =>
  one.filter((code) => other.includes(code))

test('everyone has a code of their own, of letters that make no word', async () => {
  const codes = await codesIn('20261120T030000000Z')
  expect(new Set(codes).size).toBe(people.length)
  for (const code of codes) expect(code).toMatch(/^Person [B-DF-HJ-NPR-TW]{4,6}$/)
})

test('a code stays in its run, and the next run has none of them', async () => {
  const [first, again, next] = [await codesIn('a'), await codesIn('a'), await codesIn('b')]
  expect(again).toEqual(first)
  expect(same(first, next).length).toBeLessThan(5)
  expect(first.filter((code, at) => code === next[at])).toEqual([])
})

test('what leaders read and what operations reads have no code in common for anyone', async () => {
  const [leaders, operations] = [await codesIn('a', 'leadership'), await codesIn('a')]
  expect(leaders.filter((code, at) => code === operations[at])).toEqual([])
})

test('another secret draws other codes', async () => {
  const other = await memory()
  await setKey(other, Buffer.from('another'))
  const shown = await peopleShown(other, 'coded', people, { run: 'a', audience: 'operations' })
  const codes = await codesIn('a')
  expect(people.map(shown).filter((code, at) => code === codes[at])).toEqual([])
})

test.each([
  ['named', 'Ann Lee'],
  ['hidden', null],
] as const)('where people are %s, Ann Lee is %s', async (how, name) => {
  const shown = await peopleShown(database, how, people, { run: 'a', audience: 'leadership' })
  expect([shown('Ann Lee'), shown(null)]).toEqual([name, null])
})

test('who was erased is nobody in particular, and has no code', async () => {
  const drawing = { run: 'a', audience: 'operations' } as const
  const shown = await peopleShown(database, 'coded', ['(erased)', 'Ann Lee'], drawing)
  expect([shown('(erased)'), shown('Ann Lee')]).toEqual(['(erased)', expect.stringMatching(/^Person /)])
})

test('nobody, and whoever is not among them, has no code', async () => {
  const shown = await peopleShown(database, 'coded', ['Ann Lee'], { run: 'a', audience: 'operations' })
  expect([shown(null), shown('Long Gone')]).toEqual([null, null])
  const none = await peopleShown(database, 'coded', [], { run: 'a', audience: 'operations' })
  expect(none('Ann Lee')).toBeNull()
})
