import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf } from '../support/cases.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

const header = 'id,at,order,status,owner,team,actor,opened'
/** One owner after the other, an hour each from ten on; empty: an hour without an owner. */
const owned = (...owners: readonly string[]): string[] =>
  owners.map((owner, index) => `${10 + index}:00,${index},in_progress,${owner},,,09:00`)
const hands = (handoff_count: number, is_returned: boolean) => ({
  handoff_count,
  is_returned,
  reopened_at: null,
})
const done = (at: string, order: number): string => `${at},${order},resolved,Ann,,,09:00`
const open = (at: string, order: number): string => `${at},${order},in_progress,Ann,,,09:00`

const cases: readonly ItemCase[] = [
  { name: 'one owner is no hand-off', rows: owned('Ann'), expect: hands(0, false) },
  {
    name: 'from one to another and back has returned',
    rows: owned('Ann', 'Bo', 'Ann'),
    expect: hands(2, true),
  },
  { name: 'from one to another and on has not', rows: owned('Ann', 'Bo', 'Cy'), expect: hands(2, false) },
  { name: 'nor by a way round', rows: owned('Ann', 'Bo', 'Cy', 'Ann'), expect: hands(3, false) },
  { name: 'a gap is no hand-off', rows: owned('Ann', '', 'Ann'), expect: hands(0, false) },
  { name: 'gaps do not hide a return', rows: owned('Ann', '', 'Bo', '', 'Ann'), expect: hands(2, true) },
  { name: 'nobody ever is none', rows: owned(''), expect: hands(0, false) },
  {
    name: 'reopened is the first time after it was first resolved',
    rows: [done('10:00', 1), open('11:00', 2), done('12:00', 3), open('13:00', 4)],
    expect: { reopened_at: '11:00' },
  },
  {
    name: 'reopened at the very moment counts',
    rows: [done('10:00', 1), open('10:00', 2)],
    expect: { reopened_at: '10:00' },
  },
]

describe('whose hands it went through', () => {
  let found: Map<string, Record<string, unknown>>
  beforeAll(async () => {
    const files = { 'inbox/log.csv': csv(header, ...linesOf(cases)) }
    const { query } = await goodNight({ config: configOf(eventSource), files })
    const rows = await query(
      `select item_id, handoff_count, is_returned, strftime(reopened_at, '%H:%M') as reopened_at from fct_items`,
    )
    found = new Map(rows.map((row) => [String(row.item_id), row]))
  })

  test.each(cases.map(({ name, expect: wanted }, index) => ({ name, wanted, index })))(
    '$name',
    ({ wanted, index }) => {
      expect(found.get(idOf(index))).toMatchObject(wanted)
    },
  )
})
