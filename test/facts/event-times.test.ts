import { beforeAll, describe, expect, test } from 'vitest'
import { day, type ItemCase, idOf, linesOf, outcomes } from '../support/cases.ts'
import { configOf, csv } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

const source = `
- name: log
  files: "log*.csv"
  format: table
  entity: escalation
  grain: event
  columns: { id: id, at: { column: at, format: ["%Y-%m-%dT%H:%M", "%Y-%m-%d"] }, order: order, event: event, status: status, owner: owner }
`
const header = 'id,at,order,event,status,owner'
const next = '2026-03-03'
const exported = '2026-03-20T18:00:00Z'
const log = (...lines: string[]) => ({ content: csv(header, ...lines), at: exported })

// cells: at, order, event, status, owner
const cases: ItemCase[] = [
  {
    name: 'received on a day, done at a time of it: received by then, and not reopened',
    rows: [`${day},,received,new,`, '10:00,,resolved,resolved,Bob'],
    expect: { received_at: '10:00', resolved_at: '10:00', status: 'resolved', owner: 'Bob', reopen_count: 0, resolve_minutes: null, acknowledge_minutes: null, flags: ['date_only'], events: ['10:00 received', '10:00 resolved', '10:00 assigned'] },
  },
  {
    name: 'received on a day and acknowledged at a time of it: no minutes, rather than none',
    rows: [`${day},,received,new,`, '15:00,,acknowledged,in_progress,Bob'],
    expect: { received_at: '15:00', acknowledged_at: '15:00', acknowledge_minutes: null, status: 'in_progress', owner: 'Bob', flags: ['date_only'] },
  },
  {
    name: 'acknowledged on the day on which it was received at a time: by the end of it',
    rows: ['09:30,,received,new,', `${day},,acknowledged,in_progress,Bob`],
    expect: { received_at: '09:30', acknowledged_at: '23:59', acknowledge_minutes: null, status: 'in_progress' },
  },
  {
    name: 'received on one day, done at a time of another: by the end of the first',
    rows: [`${day},,received,new,`, '+1 15:00,,resolved,resolved,'],
    expect: { received_at: '23:59', resolved_at: '+03 15:00', resolve_minutes: null },
  },
  {
    name: 'between two times of a day: by the later, whatever came before',
    rows: ['09:00,,received,new,', `${day},,acknowledged,in_progress,Ann`, '11:00,,noted,waiting,Ann', '12:00,,resolved,resolved,Ann'],
    expect: { acknowledged_at: '11:00', acknowledge_minutes: null, resolved_at: '12:00', resolve_minutes: 180, status: 'resolved' },
  },
  {
    name: 'several of one day stand in their order before the next time',
    rows: [`${day},,received,new,`, `${day},,,in_progress,Ann`, `${day},,,waiting,Bob`, '12:00,,resolved,resolved,Cat'],
    expect: { received_at: '12:00', acknowledged_at: '12:00', owners: ['Ann', 'Bob', 'Cat'], handoff_count: 2, reopen_count: 0, status: 'resolved' },
  },
  {
    name: 'the order column goes before the order of the file',
    rows: ['10:00,2,resolved,resolved,Bob', `${day},1,received,new,`],
    expect: { received_at: '10:00', status: 'resolved', reopen_count: 0 },
  },
  {
    name: 'in order after what was done that day: reopened by the end of it',
    rows: ['09:00,1,received,new,', '10:00,2,resolved,resolved,', `${day},3,,in_progress,`],
    expect: { status: 'in_progress', reopen_count: 1, resolved_at: null, events: ['09:00 received', '10:00 resolved', '23:59 reopened'] },
  },
  {
    name: 'days alone, all of them',
    rows: [`${day},,received,new,`, `${day},,,in_progress,Ann`, `${next},,resolved,resolved,Ann`],
    expect: { received_at: '23:59', acknowledged_at: '23:59', resolved_at: '+03 23:59', resolve_minutes: null, reopen_count: 0 },
  },
] // biome-ignore format: a table

describe('an escalation whose log has times of day for some rows alone', () => {
  let found: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    found = await outcomes(
      await goodNight({ config: configOf(source), files: { 'inbox/log.csv': log(...linesOf(cases)) } }),
    )
  })

  test.each(cases.map((one, index) => [one.name, index] as const))('%s', (_, index) => {
    expect(found.get(idOf(index))).toMatchObject(cases[index]?.expect ?? {})
  })
})

const told = (column: string) => `strftime(${column}, '%d %H:%M:%S') as ${column}`
const events = `select item_id, kind, ${told('occurred_at')}, ${told('occurred_at_earliest')}, is_timed from fct_events order by item_id, position`

describe('a day alone', () => {
  test('is known to begin with the row before it on that day, else with the day', async () => {
    const { query } = await goodNight({
      config: configOf(source),
      files: { 'inbox/log.csv': log(`A,${day},,received,,`, `A,${day}T10:00,,updated,,`, `A,${day},,updated,,`) },
    })
    expect(await query(events)).toEqual([
      { item_id: 'A', kind: 'received', occurred_at: '02 10:00:00', occurred_at_earliest: '02 00:00:00', is_timed: false },
      { item_id: 'A', kind: 'updated', occurred_at: '02 10:00:00', occurred_at_earliest: '02 10:00:00', is_timed: true },
      { item_id: 'A', kind: 'updated', occurred_at: '02 23:59:59', occurred_at_earliest: '02 10:00:00', is_timed: false },
    ])
  }) // biome-ignore format: rows

  test('has ended by the export that first tells of it, and stays so in later ones', async () => {
    const rows = [`A,${day}T09:00,,received,new,`, `A,${day},,,in_progress,`]
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log-1.csv': { content: csv(header, ...rows), at: `${day}T18:00:00Z` },
        'inbox/log-2.csv': { content: csv(header, ...rows), at: `${next}T18:00:00Z` },
      },
    })
    expect(await query(`select kind, ${told('occurred_at')} from fct_events order by position`)).toEqual([
      { kind: 'received', occurred_at: '02 09:00:00' },
      { kind: 'status_changed', occurred_at: '02 18:00:00' },
    ])
  })

  test('stands where a whole export has it, even if that changed its words', async () => {
    const rows = [`A,${day},,received,new,`, `A,${day}T10:00,,resolved,resolved,Bob`]
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log-1.csv': { content: csv(header, ...rows), at: `${next}T18:00:00Z` },
        'inbox/log-2.csv': log(`A,${day},,received,new,Ann`, ...rows.slice(1)),
      },
    })
    expect((await outcomes({ query })).get('A')).toMatchObject({ received_at: '10:00', status: 'resolved', owners: ['Ann', 'Bob'], reopen_count: 0 }) // biome-ignore format: a row
  })

  test('on which a message was sent makes no silence of minutes', async () => {
    const { query } = await goodNight({
      config: configOf(source),
      files: {
        'inbox/log.csv': log(
          `A,${day}T09:00,,received,,`,
          `A,${day},,updated,,`,
          `B,${day}T09:00,,received,,`,
          `B,${day}T10:00,,updated,,`,
          `B,${next}T10:00,,resolved,resolved,`,
        ),
      },
    })
    const silences = await query('select item_id, longest_silence_minutes from fct_silences order by item_id')
    expect(silences).toEqual([
      { item_id: 'A', longest_silence_minutes: null },
      { item_id: 'B', longest_silence_minutes: 1440 },
    ])
  })

  test('on which it was acknowledged, before a message of that day: the message investigates', async () => {
    const { query } = await goodNight({
      config: configOf(source),
      files: { 'inbox/log.csv': log(`A,${day}T09:00,,received,,`, `A,${day},,acknowledged,,`, `A,${day}T13:00,,updated,,`) },
    })
    const [row] = await query(`select investigated_basis, ${told('investigated_at')}, investigate_minutes from fct_investigations`)
    expect(row).toEqual({ investigated_basis: 'message', investigated_at: '02 13:00:00', investigate_minutes: 240 })
  }) // biome-ignore format: rows
})

test('an escalation that a ticket’s flag tells of on a day alone has no minutes either', async () => {
  const flagged = source
    .replace('escalation', 'ticket')
    .replace('event: event,', 'team: event,')
    .concat('  escalated_when: { team: "2nd" }\n')
  const night = await goodNight({
    config: configOf(flagged),
    files: { 'inbox/log.csv': log(`A,${day}T09:00,,1st,new,`, `A,${day},,2nd,new,`, `A,${day}T12:00,,2nd,resolved,`) }, // biome-ignore format: rows
  })
  const found = await outcomes(night)
  expect(found.get('A')).toMatchObject({ resolve_minutes: 180, flags: ['date_only'] })
  expect(found.get('A#1')).toMatchObject({
    received_at: '12:00',
    resolve_minutes: null,
    flags: ['date_only'],
  })
})

describe('in the hour that clocks repeat', () => {
  const autumn = '2025-10-26T'
  test.each([
    ['a time by itself is the later', ['01:10'], ['01:10']],
    ['what seems to go back in time began before the change', ['01:50', '01:10'], ['00:50', '01:10']],
    ['so did all that came before it', ['01:10', '01:50', '01:10'], ['00:10', '00:50', '01:10']],
    ['what goes forward is the later', ['01:10', '01:50'], ['01:10', '01:50']],
    ['what no reading puts in order is the later', ['01:50', '00:20'], ['23:20', '01:50']],
  ])('%s', async (_, walls, instants) => {
    const rows = walls.map((time, place) => `A,${autumn}${time},${place + 1},noted,,`)
    const { query } = await goodNight({
      config: configOf(source),
      files: { 'inbox/log.csv': log(...rows) },
    })
    const found = await query(`select strftime(occurred_at, '%H:%M') as at_time from fct_events where kind = 'noted' order by position`)
    expect(found.map(({ at_time }) => at_time)).toEqual(instants)
    expect((await outcomes({ query })).get('A')).toMatchObject({ flags: ['tz_ambiguous'] })
  }) // biome-ignore format: a query
})
