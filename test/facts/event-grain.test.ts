import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, outcomes } from '../support/cases.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

const people = 'people: [{ name: Robot, aliases: [robot], system: true }]'
const header = 'id,at,order,status,owner,team,actor,opened'

// cells: at, order, status, owner, team, actor, opened
const cases: ItemCase[] = [
  {
    name: 'acknowledged when its status leaves new',
    rows: ['09:00,1,new,,,,09:00', '09:30,2,in_progress,,,,09:00'],
    expect: { acknowledged_at: '09:30', acknowledged_basis: 'status', acknowledge_minutes: 30, is_open: true },
  },
  {
    name: 'naming an owner and a team acknowledges nothing',
    rows: ['09:00,1,new,,,,09:00', '09:10,2,new,Ann,Desk,,09:00'],
    expect: { acknowledged_at: null, first_owned_at: '09:10', owner: 'Ann', team: 'Desk', status: 'new' },
  },
  {
    name: 'resolved at the first touch is acknowledged by that',
    rows: ['09:00,1,new,,,,09:00', '10:00,2,resolved,,,,09:00'],
    expect: { acknowledged_at: '10:00', acknowledged_basis: 'resolution', resolved_at: '10:00', resolve_minutes: 60 },
  },
  {
    name: 'never touched',
    rows: ['09:00,1,new,,,,09:00'],
    expect: { acknowledged_at: null, acknowledge_minutes: null, owner: null, is_open: true, events: ['09:00 received'] },
  },
  {
    name: 'a row that changes nothing mapped is a note, and no acknowledgement',
    rows: ['09:00,1,new,,,,09:00', '09:40,2,new,,,ann,09:00'],
    expect: { acknowledged_at: null, events: ['09:00 received', '09:40 noted'] },
  },
  {
    name: 'what an automatic account changes acknowledges nothing',
    rows: ['09:00,1,new,,,,09:00', '09:05,2,in_progress,,,robot,09:00', '09:30,3,waiting,,,ann,09:00'],
    expect: { acknowledged_at: '09:30', status: 'waiting' },
  },
  {
    name: 'rows of one time stand in the order of their order column',
    rows: ['09:00,1,new,,,,09:00', '09:30,3,in_progress,Bob,,,09:00', '09:30,2,in_progress,Ann,,,09:00'],
    expect: { owner: 'Bob', handoff_count: 1 },
  },
  {
    name: 'an order column is a number: 10 comes after 9',
    rows: ['09:00,1,new,,,,09:00', '09:30,10,waiting,Bob,,,09:00', '09:30,9,in_progress,Ann,,,09:00'],
    expect: { owner: 'Bob', status: 'waiting' },
  },
  {
    name: 'rows of one time without an order stand as in the file',
    rows: ['09:00,,new,,,,09:00', '09:30,,in_progress,Ann,,,09:00', '09:30,,in_progress,Bob,,,09:00'],
    expect: { owner: 'Bob', handoff_count: 1 },
  },
  {
    name: 'rows that are not in the order of time are put into it',
    rows: ['11:00,3,resolved,,,,09:00', '09:30,2,in_progress,,,,09:00', '09:00,1,new,,,,09:00'],
    expect: { acknowledged_at: '09:30', resolved_at: '11:00' },
  },
  {
    name: 'acknowledged before it was opened: no minutes, and a flag',
    rows: ['09:30,1,in_progress,,,,10:00', '10:30,2,waiting,,,,10:00'],
    expect: { received_at: '10:00', acknowledged_at: '09:30', acknowledge_minutes: 0, status: 'waiting', flags: ['negative_acknowledge'] },
  },
  {
    name: 'opened before its first row: received when it was opened',
    rows: ['11:00,1,in_progress,Ann,,,09:00'],
    expect: { received_at: '09:00', acknowledged_at: '11:00', acknowledge_minutes: 120, first_owned_at: '11:00' },
  },
  {
    name: 'without an opening time it begins with its first row',
    rows: ['11:00,1,new,,,,', '11:45,2,in_progress,,,,'],
    expect: { received_at: '11:00', acknowledge_minutes: 45 },
  },
  {
    name: 'handed over, and back: two hand-offs',
    rows: ['09:00,1,new,Ann,,,09:00', '10:00,2,new,Bob,,,09:00', '11:00,3,new,Ann,,,09:00'],
    expect: { handoff_count: 2, owners: ['Ann', 'Bob', 'Ann'], owner: 'Ann', first_owned_at: '09:00' },
  },
  {
    name: 'a gap and the same owner again is no hand-off',
    rows: ['09:00,1,new,Ann,,,09:00', '10:00,2,new,,,,09:00', '11:00,3,new,Ann,,,09:00'],
    expect: { handoff_count: 0, owners: ['Ann', 'Ann'], events: ['09:00 received', '09:00 assigned', '10:00 unassigned', '11:00 assigned'] },
  },
  {
    name: 'unassigned: nobody owns it now',
    rows: ['09:00,1,in_progress,Ann,,,09:00', '10:00,2,in_progress,,,,09:00'],
    expect: { owner: null, owners: ['Ann'], first_owned_at: '09:00' },
  },
  {
    name: 'resolved, then closed: resolved when it was resolved',
    rows: ['09:00,1,new,,,,09:00', '10:00,2,resolved,,,,09:00', '+3 10:00,3,closed,,,,09:00'],
    expect: { resolved_at: '10:00', first_resolved_at: '10:00', closed_at: '+05 10:00', resolve_minutes: 60, is_open: false, reopen_count: 0 },
  },
  {
    name: 'closed without being resolved: resolved when it was closed',
    rows: ['09:00,1,new,,,,09:00', '10:00,2,closed,,,,09:00'],
    expect: { resolved_at: '10:00', first_resolved_at: '10:00', closed_at: '10:00' },
  },
  {
    name: 'cancelled: done, and never resolved',
    rows: ['09:00,1,new,,,,09:00', '10:00,2,cancelled,,,,09:00'],
    expect: { is_open: false, resolved_at: null, first_resolved_at: null, closed_at: '10:00', resolve_minutes: null },
  },
  {
    name: 'reopened and still open: not resolved any more, but it once was',
    rows: ['09:00,1,new,,,,09:00', '10:00,2,resolved,,,,09:00', '11:00,3,in_progress,,,,09:00'],
    expect: { is_open: true, resolved_at: null, resolve_minutes: null, first_resolved_at: '10:00', reopen_count: 1 },
  },
  {
    name: 'reopened and resolved again: resolved by the last time',
    rows: ['09:00,1,new,,,,09:00', '10:00,2,resolved,,,,09:00', '11:00,3,in_progress,,,,09:00', '12:00,4,resolved,,,,09:00'],
    expect: { resolved_at: '12:00', first_resolved_at: '10:00', resolve_minutes: 180, reopen_count: 1, is_open: false },
  },
] // biome-ignore format: a table

describe('a ticket whose log says', () => {
  let found: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    const night = await goodNight({
      config: configOf(eventSource, people),
      files: { 'inbox/log.csv': csv(header, ...linesOf(cases)) },
    })
    found = await outcomes(night)
  })

  test.each(cases.map((one, index) => [one.name, index] as const))('%s', (_, index) => {
    expect(found.get(idOf(index))).toMatchObject(cases[index]?.expect ?? {})
  })
})

const emptyCells = ['09:00,1,new,Ann,Desk,,09:00', '09:30,2,in_progress,,,,09:00']
test.each([
  ['is no owner and no team', '', { owner: null, team: null, owners: ['Ann'], acknowledged_at: '09:30' }],
  [
    'is as before where the source says so',
    '  empty: unchanged\n',
    { owner: 'Ann', team: 'Desk', owners: ['Ann'], acknowledged_at: '09:30' },
  ],
] as const)('an empty cell %s', async (_, line, expected) => {
  // biome-ignore format: a table
  const night = await goodNight({
    config: configOf(`${eventSource.trimEnd()}\n${line}`),
    files: { 'inbox/log.csv': csv(header, ...linesOf([{ name: '', rows: emptyCells, expect: {} }])) },
  })
  expect((await outcomes(night)).get('T00')).toMatchObject(expected)
})
