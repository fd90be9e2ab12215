import { beforeAll, describe, expect, test } from 'vitest'
import { linesOf } from '../support/cases.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

// cells: at, order, status, owner, team, actor, opened; Monday to Friday, as of Friday evening
const tickets: readonly (readonly string[])[] = [
  [
    '09:00,1,new,,Desk,,09:00',
    '+1 10:00,2,in_progress,,Network,,09:00',
    '+2 10:00,3,resolved,,Network,,09:00',
  ],
  ['10:00,1,new,,Desk,,10:00', '11:00,2,resolved,,Desk,,10:00', '+4 09:00,3,in_progress,,Desk,,10:00'],
  // first known in a team two days after it was opened: it arrived there
  ['+1 11:00,1,new,,,,12:00', '+2 12:00,2,new,,Network,,12:00'],
  // moved while it was resolved: no transfer, and reopened in the other team
  [
    '13:00,1,resolved,,Desk,,13:00',
    '+1 13:00,2,resolved,,Network,,13:00',
    '+3 13:00,3,waiting,,Network,,13:00',
  ],
  // resolved and closed is one departure; opened half an hour before midnight
  [
    '+3 23:30,1,new,,Desk,,+3 23:30',
    '+4 10:00,2,resolved,,Desk,,+3 23:30',
    '+4 11:00,3,closed,,Desk,,+3 23:30',
  ],
  // there and back on one day
  ['14:00,1,new,,Desk,,14:00', '15:00,2,new,,Network,,14:00', '16:00,3,new,,Desk,,14:00'],
]

const columns = ['arrived', 'reopened', 'transferred_in', 'transferred_out', 'closed', 'open_at_end'] as const
const flow = (...counts: readonly number[]): string => counts.join(' ')

// by hand: arrived, reopened, in, out, closed, open at the end
const expected = {
  Desk: [
    ['2026-03-02', flow(4, 0, 1, 1, 2, 2)],
    ['2026-03-03', flow(0, 0, 0, 1, 0, 1)],
    ['2026-03-04', flow(0, 0, 0, 0, 0, 1)],
    ['2026-03-05', flow(1, 0, 0, 0, 0, 2)],
    ['2026-03-06', flow(0, 1, 0, 0, 1, 2)],
  ],
  Network: [
    ['2026-03-02', flow(1, 0, 1, 1, 0, 1)],
    ['2026-03-03', flow(0, 0, 1, 0, 0, 2)],
    ['2026-03-04', flow(0, 0, 0, 0, 1, 1)],
    ['2026-03-05', flow(0, 1, 0, 0, 0, 2)],
    ['2026-03-06', flow(0, 0, 0, 0, 0, 2)],
  ],
}

describe('the backlog of a week', () => {
  let rows: Record<string, unknown>[]
  beforeAll(async () => {
    const lines = linesOf(tickets.map((one) => ({ name: '', rows: one, expect: {} })))
    const night = await goodNight({
      config: configOf(eventSource),
      files: {
        'inbox/log.csv': {
          content: csv('id,at,order,status,owner,team,actor,opened', ...lines),
          at: '2026-03-06T20:00:00Z',
        },
      },
    })
    rows = await night.query(
      `select day::varchar as day, item_kind, team, ${columns.join(', ')} from fct_backlog order by day`,
    )
  })

  test.each(Object.entries(expected))('of the team %s', (team, days) => {
    const found = rows.filter((row) => row.team === team)
    expect(found.map((row) => [row.day, columns.map((column) => row[column]).join(' ')])).toEqual(days)
  })

  test('nothing lies in any other team, and no escalation is made up', () => {
    expect(new Set(rows.map(({ team, item_kind }) => `${item_kind} ${team}`))).toEqual(
      new Set(['ticket Desk', 'ticket Network']),
    )
  })
})

test('days are local: what comes in at half past midnight in summer counts for that day', async () => {
  const night = await goodNight({
    config: configOf(eventSource),
    files: {
      'inbox/log.csv': {
        content: csv(
          'id,at,order,status,owner,team,actor,opened',
          'T1,2026-07-06T00:30,1,new,,Desk,,2026-07-06T00:30',
        ),
        at: '2026-07-07T22:59:00Z',
      },
    },
  })
  expect(
    await night.query('select day::varchar as day, arrived, open_at_end from fct_backlog order by day'),
  ).toEqual([
    { day: '2026-07-06', arrived: 1, open_at_end: 1 },
    { day: '2026-07-07', arrived: 0, open_at_end: 1 },
  ])
})
