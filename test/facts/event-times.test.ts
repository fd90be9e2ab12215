import { beforeAll, describe, expect, test } from 'vitest'
import { day, type ItemCase, idOf, linesOf, outcomes } from '../support/cases.ts'
import { configOf } from '../support/config.ts'
import { log, next, source } from '../support/day-log.ts'
import { goodNight } from '../support/installation.ts'

// cells: at, order, event, status, owner
const cases: ItemCase[] = [
  {
    name: 'received on a day, done at a time of it: received by then, and not reopened',
    rows: [`${day},,received,new,`, '10:00,,resolved,resolved,Bob'],
    expect: {
      received_at: '10:00',
      resolved_at: '10:00',
      status: 'resolved',
      owner: 'Bob',
      reopen_count: 0,
      resolve_minutes: null,
      acknowledge_minutes: null,
      flags: ['date_only'],
      events: ['10:00 received', '10:00 resolved', '10:00 assigned'],
    },
  },
  {
    name: 'received on a day and acknowledged at a time of it: no minutes, rather than none',
    rows: [`${day},,received,new,`, '15:00,,acknowledged,in_progress,Bob'],
    expect: {
      received_at: '15:00',
      acknowledged_at: '15:00',
      acknowledge_minutes: null,
      status: 'in_progress',
      owner: 'Bob',
      flags: ['date_only'],
    },
  },
  {
    name: 'acknowledged on the day on which it was received at a time: by the end of it',
    rows: ['09:30,,received,new,', `${day},,acknowledged,in_progress,Bob`],
    expect: {
      received_at: '09:30',
      acknowledged_at: '23:59',
      acknowledge_minutes: null,
      status: 'in_progress',
    },
  },
  {
    name: 'received on one day, done at a time of another: by the end of the first',
    rows: [`${day},,received,new,`, '+1 15:00,,resolved,resolved,'],
    expect: { received_at: '23:59', resolved_at: '+03 15:00', resolve_minutes: null },
  },
  {
    name: 'between two times of a day: by the later, whatever came before',
    rows: [
      '09:00,,received,new,',
      `${day},,acknowledged,in_progress,Ann`,
      '11:00,,noted,waiting,Ann',
      '12:00,,resolved,resolved,Ann',
    ],
    expect: {
      acknowledged_at: '11:00',
      acknowledge_minutes: null,
      resolved_at: '12:00',
      resolve_minutes: 180,
      status: 'resolved',
    },
  },
  {
    name: 'several of one day stand in their order before the next time',
    rows: [
      `${day},,received,new,`,
      `${day},,,in_progress,Ann`,
      `${day},,,waiting,Bob`,
      '12:00,,resolved,resolved,Cat',
    ],
    expect: {
      received_at: '12:00',
      acknowledged_at: '12:00',
      owners: ['Ann', 'Bob', 'Cat'],
      handoff_count: 2,
      reopen_count: 0,
      status: 'resolved',
    },
  },
  {
    name: 'the order column goes before the order of the file',
    rows: ['10:00,2,resolved,resolved,Bob', `${day},1,received,new,`],
    expect: { received_at: '10:00', status: 'resolved', reopen_count: 0 },
  },
  {
    name: 'in order after what was done that day: reopened by the end of it',
    rows: ['09:00,1,received,new,', '10:00,2,resolved,resolved,', `${day},3,,in_progress,`],
    expect: {
      status: 'in_progress',
      reopen_count: 1,
      resolved_at: null,
      events: ['09:00 received', '10:00 resolved', '23:59 reopened'],
    },
  },
  {
    name: 'days alone, all of them',
    rows: [`${day},,received,new,`, `${day},,,in_progress,Ann`, `${next},,resolved,resolved,Ann`],
    expect: {
      received_at: '23:59',
      acknowledged_at: '23:59',
      resolved_at: '+03 23:59',
      resolve_minutes: null,
      reopen_count: 0,
    },
  },
]

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
