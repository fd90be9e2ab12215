import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { erase } from '../../etl/ingest/erase.ts'
import { Erased } from '../../etl/ingest/erased.ts'
import { foldPerson, keyOf } from '../../etl/ingest/key-of.ts'
import { folder } from '../support/installation.ts'
import { memory } from '../support/memory.ts'

const effects: Effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }
const secret = Buffer.from('secret')
const erased = new Erased(secret, [], false).and(['Ann Lee', 'alee', 'Bob Ray'], '2026-03-31T12:00:00.000Z')
const key = (name: string): string => keyOf(secret, foldPerson(name))

let dir = ''
let database: Database
beforeAll(async () => {
  dir = await folder()
  await mkdir(join(dir, 'landed'))
  database = await memory([dir])
})

type Cells = Readonly<Record<string, string | null>>

/** What is landed of rows, and what was done to it. */
async function after(rows: readonly Cells[]) {
  const path = join(dir, 'landed', 'file.parquet')
  const names = Object.keys(rows[0] ?? {})
  const structure = JSON.stringify([Object.fromEntries(names.map((name) => [name, 'VARCHAR']))])
  await database.run(
    `create or replace temp table given as select unnest(from_json($rows, '${structure}'), recursive := true)`,
    {
      rows: JSON.stringify(rows),
    },
  )
  await database.copy('from given', path)
  const done = await erase(path, erased, database, effects)
  return { done, rows: await database.all(`from read_parquet('${path}')`) }
}

const cell = async (column: string, value: string) => (await after([{ [column]: value }])).rows[0]?.[column]

describe('a landed cell', () => {
  const cases: [string, string, string, string][] = [
    ['an owner', 'owner', ' ann  LEE ', '(erased)'],
    ['an owner by another spelling', 'owner', 'Ann-Lee', '(erased)'],
    ['an owner who is another person', 'owner', 'Mary Ann Lee', 'Mary Ann Lee'],
    ['who closed it', 'closed_by', 'alee', '(erased)'],
    ['a requester', 'requester', key('Ann Lee'), '(erased)'],
    ['another requester', 'requester', key('Ann'), key('Ann')],
    ['a name within a subject', 'subject', 'laptop of ann lee broken', 'laptop of <person> broken'],
    ['a user name within a subject', 'subject', 'alee cannot log in', '<person> cannot log in'],
    ['a subject that is a name', 'subject', 'ann lee', '<person>'],
    ['a name in a place', 'place', 'Office of Ann Lee', 'Office of <person>'],
    ['a user name among other words than a subject’s', 'service', 'alee box', 'alee box'],
    ['a team that is a person', 'team', 'Ann Lee', '(erased)'],
    ['a name where a time should be', 'opened_at', 'yesterday, Ann Lee', 'yesterday, <person>'],
    ['a time', 'opened_at', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z'],
    ['a number that has the name in it', 'id', 'alee-7', 'alee-7'],
    ['a number that is the name', 'id', 'alee', '(erased)'],
  ]
  test.each(cases)('%s: %s %s', async (_, column, value, expected) =>
    expect(await cell(column, value)).toBe(expected),
  )
})

test('rows and their order stay, and so do those that name nobody', async () => {
  const rows = Array.from({ length: 5_000 }, (_, nth) => ({
    id: `T${nth}`,
    owner: nth % 3 === 0 ? 'Ann Lee' : nth % 3 === 1 ? `Owner ${nth}` : null,
  }))
  const { done, rows: left } = await after(rows)
  expect(done).toEqual({ records: 1_667, owners_left: 0 })
  expect(left).toEqual(
    rows.map((row) => ({ ...row, owner: row.owner === 'Ann Lee' ? '(erased)' : row.owner })),
  )
})

test('owners of whose name an erased one is a part are counted, and stay', async () => {
  const { done } = await after([
    { owner: 'Mary Ann Lee' },
    { owner: 'Mary Ann Lee' },
    { owner: 'Ann Lee (2nd line)' },
  ])
  expect(done).toEqual({ records: 0, owners_left: 2 })
})

describe('who acted', () => {
  const acted = async (requester: string | null, actor: string) => {
    const [row] = (await after([{ requester, actor }])).rows
    return { is_same: row?.requester === row?.actor, isKey: /^[0-9a-f]{32}$/.test(String(row?.actor)) }
  }
  const [ann, bob, zoe] = ['Ann Lee', 'Bob Ray', 'Zoe'].map(key) as [string, string, string]
  const cases: [string, string | null, string, boolean, boolean][] = [
    ['the requester, who is erased', ann, ann, true, false],
    ['another than the requester, and both are erased', ann, bob, false, false],
    ['another, of whom only they are erased', zoe, bob, false, false],
    ['someone, and who asked is not said', null, bob, false, false],
    ['someone who is not erased', ann, zoe, false, true],
  ]
  test.each(cases)('%s', async (_, requester, actor, is_same, isKey) =>
    expect(await acted(requester, actor)).toEqual({ is_same, isKey }),
  )
})

test('what was erased stays as it is the next time', async () => {
  const { rows } = await after([
    { owner: 'Ann Lee', requester: key('Ann Lee'), actor: key('alee'), subject: 'ann lee' },
  ])
  const again = await after(rows as Cells[])
  expect(again.done.records).toBe(0)
  expect(again.rows).toEqual(rows)
})
