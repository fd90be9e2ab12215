/** The lists of the sample night against its facts, and against what the leaders' board counts. */
import { readFileSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { measureFile, type WaitingFile } from '../../data/contract.ts'
import { Database } from '../../etl/db/database.ts'
import { folder } from '../support/installation.ts'
import { sampleNight } from '../support/sample-night.ts'
import { waitingOf } from './waiting-world.ts'

let dir: string
let waiting: WaitingFile
let query: (sql: string) => Promise<string[]>

beforeAll(async () => {
  ;({ dir } = await sampleNight())
  waiting = await waitingOf(dir)
  const copy = await folder()
  await cp(join(dir, 'warehouse.duckdb'), join(copy, 'warehouse.duckdb'))
  query = async (sql) => {
    const database = await Database.open(join(copy, 'warehouse.duckdb'), [copy])
    try {
      return (await database.all<{ id: string }>(sql)).map(({ id }) => id)
    } finally {
      await database.close()
    }
  }
})

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id).sort()

/** How many the board counts now, withdrawn and duplicate escalations left out. */
const counted = (measure: string, figure: string, kind: 'escalation' | 'ticket'): number | null => {
  const file = measureFile.parse(
    JSON.parse(readFileSync(join(dir, 'current', 'measures', `${measure}.json`), 'utf8')),
  )
  return (
    file.figures.find(({ id, item_kind, scope }) => id === figure && item_kind === kind && scope === 'all')
      ?.value ?? null
  )
}

const lacking = (what: string, isOverdue?: true) =>
  waiting.escalations.filter(({ lacks }) =>
    lacks.some((lack) => lack.what === what && (isOverdue === undefined || lack.is_overdue)),
  )

/** Those that the board leaves out. */
const leftOut = () =>
  query(`select item_id as id from fct_all_items where item_kind = 'escalation' and is_left_out and is_open`)
const without = (items: readonly { id: string }[], out: readonly string[]): number =>
  items.filter(({ id }) => !out.includes(id)).length

test('every open escalation is listed, and no other', async () => {
  const open = await query('select escalation_id as id from fct_escalations where is_open order by id')
  expect(open.length).toBeGreaterThan(20)
  expect(idsOf(waiting.escalations)).toEqual(open)
})

test('every open ticket past a target is listed, and no other', async () => {
  const late = await query(
    `select distinct ticket_id as id from fct_attainment where state = 'open_breached' order by id`,
  )
  expect(late.length).toBeGreaterThan(5)
  expect(idsOf(waiting.tickets)).toEqual(late)
  expect(waiting.tickets).toHaveLength(counted('service-levels', 'late_now', 'ticket') ?? -1)
})

test('as many wait for an acknowledgement as the board counts', async () => {
  expect(without(lacking('acknowledgement'), await leftOut())).toBe(
    counted('acknowledged', 'waiting_now', 'escalation'),
  )
})

test('as many have no owner, and should have one by now, as the board counts', async () => {
  expect(without(lacking('owner', true), await leftOut())).toBe(counted('owned', 'unowned_now', 'escalation'))
})

test('as many have had no word for too long as the board counts', async () => {
  expect(without(lacking('update'), await leftOut())).toBe(counted('updated', 'silent_now', 'escalation'))
})

test('of each that should have an owner by now it is said why it has none, or that it cannot be told', () => {
  const because = lacking('owner', true).map(({ unowned_because }) => unowned_because)
  expect(new Set(because)).toEqual(new Set(['left', 'taken_off', 'never_named']))
  expect(waiting.escalations.filter(({ unowned_because, owner }) => unowned_because && owner)).toEqual([])
})

test('whoever owns an escalation or a ticket here owns it in the facts', async () => {
  const owned = await query(
    `select item_kind || item_id || owner as id from fct_items where owner is not null and is_open`,
  )
  const said = [
    ...waiting.escalations.flatMap(({ id, owner }) => (owner === null ? [] : [`escalation${id}${owner}`])),
    ...waiting.tickets.flatMap(({ id, owner }) => (owner === null ? [] : [`ticket${id}${owner}`])),
  ]
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter((one) => !owned.includes(one))).toEqual([])
})

test('no requester of the exports is named', async () => {
  const text = await readFile(join(dir, 'current', 'operations', 'waiting.json'), 'utf8')
  expect(text).not.toMatch(/requester|subject|@/)
})
