import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { peopleShown } from '../../etl/publish/operations/people.ts'
import { memory } from '../support/memory.ts'

const people = Array.from({ length: 20 }, (_, at) => `Person Nº ${at}`)
let database: Database

beforeAll(async () => {
  database = await memory()
  await database.run('create table fct_ownership (owner varchar, to_at timestamptz)')
  for (const owner of people)
    await database.run('insert into fct_ownership values ($owner, null), ($owner, null)', { owner })
  await database.run('insert into fct_ownership values ($owner, now())', { owner: 'Long Gone' })
})

const codesIn = async (run: string): Promise<(string | null)[]> => {
  const shown = await peopleShown(database, 'coded', run)
  return people.map(shown)
}

test('everyone who owns something has a code of their own', async () => {
  const codes = await codesIn('20261120T030000000Z')
  expect(codes.toSorted()).toEqual(people.map((_, at) => `Person ${at + 1}`).sort())
})

test('a code stays in its run and is someone else’s in the next', async () => {
  const [first, again, next] = [await codesIn('a'), await codesIn('a'), await codesIn('b')]
  expect(again).toEqual(first)
  expect(next.filter((code, at) => code === first[at]).length).toBeLessThan(people.length / 2)
})

test('nobody has no code, and whoever owns nothing any more has none', async () => {
  const shown = await peopleShown(database, 'coded', 'a')
  expect([shown(null), shown('Long Gone')]).toEqual([null, null])
})
