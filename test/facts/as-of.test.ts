import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, outcomes } from '../support/cases.ts'
import { configOf, csv, eventSource, itemSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

const asOf = ['--as-of', '2026-03-02T10:30:00Z']
const nothing = { acknowledged_at: null, owner: null, status: 'new', is_open: true }

// cells: at, order, status, owner, team, actor, opened
const logged: ItemCase[] = [
  {
    name: 'it is opened, and its first row comes later: new and unowned',
    rows: ['11:00,1,in_progress,Ann,Desk,,09:00'],
    expect: { received_at: '09:00', ...nothing, team: null, events: ['09:00 received'], known_until: '10:30' },
  },
  {
    name: 'it is resolved later',
    rows: ['09:00,1,new,Ann,,,09:00', '12:00,2,resolved,Bob,,,09:00'],
    expect: { resolved_at: null, is_open: true, owner: 'Ann', handoff_count: 0 },
  },
  {
    name: 'it happens at that very time',
    rows: ['09:00,1,new,,,,09:00', '10:30,2,in_progress,,,,09:00'],
    expect: { acknowledged_at: '10:30', acknowledge_minutes: 90 },
  },
] // biome-ignore format: a table

// cells: opened, updated, resolved, status, owner, team; the export is of three days later
const stated: ItemCase[] = [
  {
    name: 'it is resolved later, as its row says early',
    rows: ['09:00,+1 09:00,+1 09:00,resolved,Ann,Desk'],
    expect: { received_at: '09:00', resolved_at: null, ...nothing, team: null },
  },
  {
    name: 'its row is as it was updated before',
    rows: ['09:00,10:00,,in_progress,Ann,Desk'],
    expect: { status: 'in_progress', owner: 'Ann', team: 'Desk' },
  },
  {
    name: 'it is resolved before, and its row touched after',
    rows: ['09:00,+1 09:00,10:00,closed,Ann,Desk'],
    expect: { resolved_at: '10:00', owner: null, is_open: false },
  },
  {
    name: 'nobody knows when its row was touched',
    rows: ['09:00,,,in_progress,Ann,Desk'],
    expect: { ...nothing },
  },
] // biome-ignore format: a table

describe('as of half past ten', () => {
  let night: Night
  let log: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    const later = 'T90,2026-03-02T11:00,1,new,,,,2026-03-02T11:00'
    night = await goodNight(
      {
        config: configOf(eventSource),
        files: {
          'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...linesOf(logged), later),
        },
      },
      asOf,
    )
    log = await outcomes(night)
  })

  test.each(logged.map((one, index) => [one.name, index] as const))('%s', (_, index) => {
    expect(log.get(idOf(index))).toMatchObject(logged[index]?.expect ?? {})
  })

  test('what is opened later is not there', () => {
    expect([...log.keys()]).toEqual(logged.map((_, index) => idOf(index)))
  })

  test('the release says so', async () => {
    expect((await night.run()).as_of).toBe('2026-03-02T10:30:00.000Z')
  })
})

describe('as of half past ten, from an export of later', () => {
  let found: Awaited<ReturnType<typeof outcomes>>
  beforeAll(async () => {
    const rows = csv('id,opened,updated,resolved,status,owner,team', ...linesOf(stated))
    const world = {
      config: configOf(itemSource),
      files: { 'inbox/tickets.csv': { content: rows, at: '2026-03-05T18:00:00Z' } },
    }
    found = await outcomes(await goodNight(world, asOf))
  })

  test.each(stated.map((one, index) => [one.name, index] as const))('%s', (_, index) => {
    expect(found.get(idOf(index))).toMatchObject(stated[index]?.expect ?? {})
  })
})

test('without a time given it is that of the newest export, not of the newest event', async () => {
  const night = await goodNight({
    config: configOf(eventSource),
    files: {
      'inbox/log.csv': {
        content: csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,'),
        at: '2026-03-05T18:00:00Z',
      },
    },
  })
  expect((await night.run()).as_of).toBe('2026-03-05T18:00:00.000Z')
  expect(
    await night.query('select known_until::varchar as until, age_minutes / 60 as hours from fct_tickets'),
  ).toEqual([{ until: '2026-03-05 18:00:00+00', hours: 81 }])
})
