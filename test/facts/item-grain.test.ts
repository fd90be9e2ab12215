import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, outcomes } from '../support/cases.ts'
import { configOf, csv, itemSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

/** A ticket in the export of Monday 18:00, and as it stands in that of Tuesday 18:00. */
interface Change extends ItemCase {
  readonly later: readonly string[]
}

const header = 'id,opened,updated,resolved,status,owner,team'
const unowned = '09:00,09:00,,new,,'

// cells: opened, updated, resolved, status, owner, team
const changes: Change[] = [
  {
    name: 'unchanged: one event, and nothing is invented',
    rows: [unowned],
    later: [unowned],
    expect: { acknowledged_at: null, owner: null, events: ['09:00 received'], flags: [] },
  },
  {
    name: 'the owner changed, at the time at which the row was touched between the two',
    rows: [unowned],
    later: ['09:00,+1 08:00,,new,Ann,'],
    expect: { first_owned_at: '+03 08:00', owner: 'Ann', acknowledged_at: null },
  },
  {
    name: 'the status changed, and the row does not say when: by the later export',
    rows: ['09:00,,,new,,'],
    later: ['09:00,,,in_progress,,'],
    expect: { acknowledged_at: '+03 18:00', acknowledged_basis: 'status', acknowledge_minutes: 1980 },
  },
  {
    name: 'the row says it was touched before the first export: by the later export',
    rows: [unowned],
    later: ['09:00,09:00,,in_progress,,'],
    expect: { acknowledged_at: '+03 18:00' },
  },
  {
    name: 'touched for the first time, by a row that says so of a time before the first export: the later export stands',
    rows: ['09:00,,,new,,'],
    later: ['09:00,12:00,,in_progress,Ann,'],
    expect: { owner: 'Ann', acknowledged_at: '+03 18:00', events: ['09:00 received', '+03 18:00 status_changed', '+03 18:00 assigned'] },
  },
  {
    name: 'no longer saying when it was touched: the later export stands',
    rows: ['09:00,12:00,,new,Ann,'],
    later: ['09:00,,,in_progress,Bob,'],
    expect: { owner: 'Bob', acknowledged_at: '+03 18:00' },
  },
  {
    name: 'resolved in between: when its own column says',
    rows: [unowned],
    later: ['09:00,+1 12:00,+1 11:00,resolved,,'],
    expect: { resolved_at: '+03 11:00', resolve_minutes: 1560, acknowledged_at: '+03 11:00', is_open: false, flags: [] },
  },
  {
    name: 'handed over in between',
    rows: ['09:00,09:00,,in_progress,Ann,'],
    later: ['09:00,+1 10:00,,in_progress,Bob,'],
    expect: { owner: 'Bob', handoff_count: 1, owners: ['Ann', 'Bob'] },
  },
  {
    name: 'first seen with an owner and a status that no column explains: bounds, and a flag',
    rows: ['09:00,12:00,,in_progress,Ann,'],
    later: [],
    expect: { acknowledged_at: '12:00', acknowledge_minutes: null, first_owned_at: '12:00', flags: ['first_seen_under_way'] },
  },
  {
    name: 'first seen resolved, with the time of it, and nobody named: no flag',
    rows: ['09:00,12:00,11:00,resolved,,'],
    later: [],
    expect: { resolved_at: '11:00', resolve_minutes: 120, acknowledge_minutes: 120, flags: [] },
  },
  {
    name: 'the later export holds an older state: the one touched last stands',
    rows: ['09:00,12:00,,waiting,Ann,'],
    later: ['09:00,10:00,,in_progress,Bob,'],
    expect: { status: 'waiting', owner: 'Ann' },
  },
  {
    name: 'touched, and nothing that is read changed: noted when it was touched',
    rows: [unowned],
    later: ['09:00,+1 08:00,,new,,'],
    expect: { acknowledged_at: null, events: ['09:00 received', '+03 08:00 noted'] },
  },
  {
    name: 'gone from the later export: it stays as it was',
    rows: ['09:00,12:00,,in_progress,Ann,'],
    later: [],
    expect: { status: 'in_progress', is_open: true },
  },
] // biome-ignore format: a table

describe('a ticket in two exports in a row', () => {
  let night: Night
  let found: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    const tuesday = changes.map(({ later, ...rest }) => ({ ...rest, rows: later }))
    night = await goodNight({
      config: configOf(itemSource),
      files: {
        'inbox/tickets-1.csv': { content: csv(header, ...linesOf(changes)), at: '2026-03-02T18:00:00Z' },
        'inbox/tickets-2.csv': { content: csv(header, ...linesOf(tuesday)), at: '2026-03-03T18:00:00Z' },
      },
    })
    found = await outcomes(night)
  })

  test.each(changes.map((one, index) => [one.name, index] as const))('%s', (_, index) => {
    expect(found.get(idOf(index))).toMatchObject(changes[index]?.expect ?? {})
  })

  test('what is only known to lie between the two says between which times', async () => {
    const between = (name: string) =>
      night.query(
        `select occurred_at_earliest::varchar as earliest, occurred_at::varchar as latest from fct_events
         where item_id = '${idOf(changes.findIndex((one) => one.name.startsWith(name)))}' and kind not in ('received', 'resolved')`,
      )
    expect(await between('the status changed')).toEqual([
      { earliest: '2026-03-02 18:00:00+00', latest: '2026-03-03 18:00:00+00' },
    ])
    expect(await between('first seen with')).toEqual(
      Array(2).fill({ earliest: '2026-03-02 09:00:00+00', latest: '2026-03-02 12:00:00+00' }),
    )
  })

  test('nothing happened later than at the earliest', async () => {
    expect(await night.query('select * from fct_events where occurred_at_earliest > occurred_at')).toEqual([])
  })

  test('an earlier state is superseded, the same again a duplicate', async () => {
    const { files } = await night.run()
    const unlike = changes.filter(({ later, rows }) => later.length > 0 && later[0] !== rows[0])
    const older = unlike.filter(({ name }) => name.includes('an older state'))
    expect(files[0]).toMatchObject({
      records: changes.length,
      superseded: unlike.length - older.length,
      kept: changes.length - unlike.length + older.length,
      duplicate: 0,
    })
    expect(files[1]).toMatchObject({
      kept: unlike.length - older.length,
      superseded: older.length,
      duplicate: 1,
    })
  })
})

test('the same bytes under two names: the earliest export counts for changes, the latest for what is known', async () => {
  const content = csv(header, ...linesOf([{ name: '', rows: ['09:00,,,in_progress,Ann,'], expect: {} }]))
  const night = await goodNight({
    config: configOf(itemSource),
    files: {
      'inbox/tickets-a.csv': { content, at: '2026-03-04T18:00:00Z' },
      'inbox/tickets-b.csv': { content, at: '2026-03-02T18:00:00Z' },
    },
  })
  expect((await outcomes(night)).get('T00')).toMatchObject({
    first_owned_at: '18:00',
    known_until: '+04 18:00',
  })
  const { files } = await night.run()
  expect(files.map(({ name, kept, duplicate }) => [name, kept, duplicate])).toEqual([
    ['tickets-a.csv', 1, 0],
    ['tickets-b.csv', 0, 1],
  ])
})

test('twice in one export: each row counts from its own time', async () => {
  const rows = ['09:00,10:00,,new,,', '09:00,12:00,,in_progress,Ann,']
  const night = await goodNight({
    config: configOf(itemSource),
    files: { 'inbox/tickets.csv': csv(header, ...linesOf([{ name: '', rows, expect: {} }])) },
  })
  expect((await outcomes(night)).get('T00')).toMatchObject({
    first_owned_at: '12:00',
    acknowledged_at: '12:00',
    acknowledge_minutes: 180,
    flags: [],
  })
  expect(
    await night.query(
      `select occurred_at_earliest::varchar as earliest from fct_events where kind = 'status_changed'`,
    ),
  ).toEqual([{ earliest: '2026-03-02 10:00:00+00' }])
})
