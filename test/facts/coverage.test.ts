import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, outcomes } from '../support/cases.ts'
import { configOf, csv, itemSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

const header = 'id,opened,updated,resolved,status,owner,team'
const covering = (coverage: string) => configOf(`${itemSource.trimEnd()}\n  coverage: ${coverage}`)
const exportOf = (rows: readonly (string | null)[], at: string) => ({
  content: csv(
    header,
    ...linesOf(rows.map((row) => ({ name: '', expect: {}, rows: row === null ? [] : [row] }))),
  ),
  at,
})

/** A ticket in the exports of five days at 18:00; null where a day's lacks it. */
interface Life {
  readonly name: string
  readonly days: readonly (string | null)[]
  readonly expect: ItemCase['expect']
}

const [mine, busy] = ['09:00,09:00,,new,Ann,Desk', '09:00,12:00,,in_progress,Ann,Desk']
const keeper = '09:00,09:00,,new,,'
// cells: opened, updated, resolved, status, owner, team
const lives: Life[] = [
  {
    name: 'there every day: open',
    days: [busy, busy, busy, busy, busy],
    expect: { is_open: true, status: 'in_progress', reopen_count: 0 },
  },
  {
    name: 'gone on the third day: closed by then at the latest',
    days: [busy, busy, null, null, null],
    expect: { is_open: false, status: 'closed', resolved_at: '+04 18:00', closed_at: '+04 18:00', resolve_minutes: 3420, owner: 'Ann', team: 'Desk' },
  },
  {
    name: 'gone, and back as it was: reopened by the export that has it again',
    days: [busy, null, null, busy, busy],
    expect: { is_open: true, status: 'in_progress', reopen_count: 1, resolved_at: null, first_resolved_at: '+03 18:00', events: ['09:00 received', '12:00 status_changed', '12:00 assigned', '12:00 team_changed', '+03 18:00 closed', '+05 18:00 reopened'] },
  },
  {
    name: 'back, and touched while it was away: reopened when it was touched',
    days: [busy, null, '09:00,+2 10:00,,waiting,Bob,Desk', null, '09:00,+2 10:00,,waiting,Bob,Desk'],
    expect: { is_open: true, status: 'waiting', owner: 'Bob', reopen_count: 2, owners: ['Ann', 'Bob'], first_resolved_at: '+03 18:00' },
  },
  {
    name: 'back, and touched before it was missing: reopened by the export that has it again',
    days: [busy, null, '09:00,20:00,,waiting,Bob,Desk', '09:00,20:00,,waiting,Bob,Desk', null],
    expect: { status: 'closed', closed_at: '+06 18:00', reopen_count: 1, owners: ['Ann', 'Bob'], ends: ['+04 18:00', null] },
  },
  {
    name: 'back in an older state than it was in: it stands as the newest export tells',
    days: [busy, null, mine, mine, mine],
    expect: { is_open: true, status: 'new', owner: 'Ann', reopen_count: 1 },
  },
  {
    name: 'back with a row that is set aside: it is there again, as it was',
    days: [busy, null, '09:00,never,,waiting,Bob,Desk', busy, busy],
    expect: { is_open: true, status: 'in_progress', owner: 'Ann', reopen_count: 1, events: expect.arrayContaining(['+04 18:00 reopened']) },
  },
  {
    name: 'set aside on one day: it was there all the same',
    days: [busy, '09:00,never,,waiting,Bob,Desk', busy, busy, busy],
    expect: { is_open: true, reopen_count: 0, first_resolved_at: null },
  },
  {
    name: 'resolved and then gone: resolved when it said so, closed when it went',
    days: ['09:00,11:00,11:00,resolved,,', null, null, null, null],
    expect: { status: 'closed', resolved_at: '11:00', closed_at: '+03 18:00', resolve_minutes: 120, reopen_count: 0 },
  },
  {
    name: 'closed by its own word and then gone: nothing new is told',
    days: ['09:00,11:00,,closed,,', null, null, null, null],
    expect: { status: 'closed', closed_at: '11:00', events: ['09:00 received', '11:00 closed'] },
  },
  {
    name: 'cancelled and then gone: it stays cancelled',
    days: ['09:00,11:00,,cancelled,,', null, null, null, null],
    expect: { status: 'cancelled', closed_at: '11:00', resolved_at: null },
  },
  {
    name: 'first seen on the fourth day: it was not missing before',
    days: [null, null, null, keeper, keeper],
    expect: { is_open: true, status: 'new', events: ['09:00 received'] },
  },
] // biome-ignore format: a table

/** Day n is that of the n-th export, from Monday. */
const week = (coverage: string, days: readonly number[] = [0, 1, 2, 3, 4]) => ({
  config: covering(coverage),
  files: Object.fromEntries(
    days.map((index) => [
      `inbox/tickets-${index}.csv`,
      exportOf(
        lives.map(({ days }) => days[index] ?? null),
        `2026-03-0${2 + index}T18:00:00Z`,
      ),
    ]),
  ),
})

describe('exports of what is open only', () => {
  let night: Night
  let found: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    night = await goodNight(week('open_only'))
    found = await outcomes(night)
  })

  test.each(lives.map((life, index) => [life.name, index] as const))('%s', (_, index) => {
    expect(found.get(idOf(index))).toMatchObject(lives[index]?.expect ?? {})
  })

  test('a closing between two exports says between which', async () => {
    const id = idOf(lives.findIndex(({ name }) => name.startsWith('gone on the third')))
    expect(
      await night.query(
        `select occurred_at_earliest::varchar as earliest, occurred_at::varchar as latest, status, owner, is_timed
         from fct_events where item_id = '${id}' and kind = 'closed'`,
      ),
    ).toEqual([
      { earliest: '2026-03-03 18:00:00+00', latest: '2026-03-04 18:00:00+00', status: 'closed', owner: 'Ann', is_timed: true },
    ]) // biome-ignore format: a row
  })

  test('nothing happened later than at the earliest', async () => {
    expect(await night.query('select * from fct_events where occurred_at_earliest > occurred_at')).toEqual([])
  })

  test('no record’s verdict changes, and nobody is warned', async () => {
    const verdicts = async (of: Night) =>
      (await of.run()).files.map(({ kept, superseded, duplicate, quarantined }) => ({
        kept,
        superseded,
        duplicate,
        quarantined,
      }))
    expect(await verdicts(night)).toEqual(await verdicts(await goodNight(week('since'))))
    expect(await vanished(night)).toBe(0)
  })

  test('as of a time, only the exports up to it count', async () => {
    const then = await outcomes(await goodNight(week('open_only'), ['--as-of', '2026-03-04T17:00:00Z']))
    const of = (name: string) => then.get(idOf(lives.findIndex((life) => life.name.startsWith(name))))
    expect(of('gone on the third')).toMatchObject({ is_open: true })
    expect(of('gone, and back as it was')).toMatchObject({ is_open: false, closed_at: '+03 18:00' })
  })
})

const vanished = async (night: Night) =>
  (await night.run()).checks.find(({ name }) => name === 'rows_do_not_vanish')?.rows

describe('exports that do not say what a vanished row means', () => {
  const gone = lives.filter(({ days }) => days[0] !== null && days[4] === null).length

  test('of all items: what vanished stays as it was, and is counted', async () => {
    const night = await goodNight(week('all'))
    const found = await outcomes(night)
    expect(found.get('T01')).toMatchObject({ is_open: true, status: 'in_progress' })
    expect(found.get('T02')).toMatchObject({ reopen_count: 0, first_resolved_at: null })
    expect(await vanished(night)).toBe(gone)
  })

  test('since some day: what vanished stays as it was', async () => {
    const night = await goodNight(week('since'))
    expect((await outcomes(night)).get('T01')).toMatchObject({ is_open: true, status: 'in_progress' })
    expect(await vanished(night)).toBe(0)
  })
})
