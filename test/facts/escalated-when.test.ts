import { beforeAll, describe, expect, test } from 'vitest'
import { day, linesOf, outcomes } from '../support/cases.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight } from '../support/installation.ts'

interface Flagged {
  readonly name: string
  readonly rows: readonly string[]
  /** What is said of escalation #1, #2 …; no more than these may be there. */
  readonly escalations: readonly Readonly<Record<string, unknown>>[]
}

const escalatedWhen = '  escalated_when: { team: "(2nd|3rd)$" }\n'
const people = 'people: [{ name: Robot, aliases: [robot], system: true }]'
const begun = '09:00,1,new,Ann,Desk,,09:00'
const second = (cells: string): string => `${cells},Net 2nd,,09:00`
const first = (cells: string): string => `${cells},Desk,,09:00`

// cells: at, order, status, owner, team, actor, opened
const cases: Flagged[] = [
  { name: 'the condition never holds', rows: [begun, first('10:00,2,in_progress,Bob')], escalations: [] },
  {
    name: 'it begins new when the condition first holds, with the owner of that moment',
    rows: [begun, first('09:30,2,in_progress,Ann'), second('10:00,3,in_progress,Bob')],
    escalations: [
      { received_at: '10:00', status: 'new', acknowledged_at: null, owner: 'Bob', first_owned_at: '10:00', team: 'Net 2nd' },
    ],
  },
  {
    name: 'it holds from the first row on',
    rows: [second('09:00,1,new,')],
    escalations: [{ received_at: '09:00', owner: null, first_owned_at: null, status: 'new' }],
  },
  {
    name: 'acknowledged by a change of owner after that',
    rows: [begun, second('10:00,2,new,Ann'), second('10:40,3,new,Bob')],
    escalations: [{ acknowledged_at: '10:40', acknowledge_minutes: 40, owner: 'Bob', handoff_count: 1 }],
  },
  {
    name: 'acknowledged by a change of status after that',
    rows: [begun, second('10:00,2,new,Ann'), second('10:20,3,waiting,Ann')],
    escalations: [{ acknowledged_at: '10:20', acknowledged_basis: 'status', status: 'waiting' }],
  },
  {
    name: 'neither a change of team nor an automatic account acknowledges it',
    rows: [begun, second('10:00,2,new,Ann'), '10:10,3,new,Ann,Net 3rd,,09:00', '10:20,4,waiting,Bob,Net 3rd,robot,09:00'],
    escalations: [{ acknowledged_at: null, team: 'Net 3rd' }],
  },
  {
    name: 'resolved with its ticket, and acknowledged by that at the latest',
    rows: [begun, second('10:00,2,in_progress,Ann'), second('11:00,3,resolved,Ann')],
    escalations: [{ resolved_at: '11:00', resolve_minutes: 60, is_open: false, acknowledged_at: '11:00' }],
  },
  {
    name: 'false and true again before it is done: still the same one',
    rows: [begun, second('10:00,2,new,Ann'), first('10:30,3,new,Ann'), second('11:00,4,new,Ann'), second('12:00,5,resolved,Ann')],
    escalations: [{ received_at: '10:00', resolved_at: '12:00' }],
  },
  {
    name: 'done, and the ticket reopened while the condition still holds: the same one, reopened',
    rows: [begun, second('10:00,2,in_progress,Ann'), second('11:00,3,resolved,Ann'), second('12:00,4,in_progress,Ann')],
    escalations: [{ received_at: '10:00', is_open: true, reopen_count: 1, first_resolved_at: '11:00', resolved_at: null }],
  },
  {
    name: 'done and false, then true again: a second one',
    rows: [begun, second('10:00,2,in_progress,Ann'), first('11:00,3,resolved,Ann'), second('12:00,4,in_progress,Bob')],
    escalations: [
      { received_at: '10:00', resolved_at: '11:00', is_open: false },
      { received_at: '12:00', owner: 'Bob', status: 'new', is_open: true, acknowledged_at: null },
    ],
  },
  {
    name: 'false before it is done, and true again after: a second one',
    rows: [begun, second('10:00,2,new,Ann'), first('10:30,3,new,Ann'), first('11:00,4,resolved,Ann'), first('12:00,5,in_progress,Ann'), second('13:00,6,in_progress,Ann')],
    escalations: [{ received_at: '10:00', first_resolved_at: '11:00' }, { received_at: '13:00', is_open: true }],
  },
] // biome-ignore format: a table

describe('an escalation that a team on a ticket tells of', () => {
  let found: Awaited<ReturnType<typeof outcomes>>
  let tickets: Record<string, unknown>[]
  beforeAll(async () => {
    const rows = cases.map(({ name, rows: lines }) => ({ name, rows: lines, expect: {} }))
    const night = await goodNight({
      config: configOf(`${eventSource.trimEnd()}\n${escalatedWhen}`, people),
      files: { 'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...linesOf(rows)) },
    })
    found = await outcomes(night)
    tickets = await night.query(
      'select escalation_id, ticket_id, ticket_match from fct_escalations order by all',
    )
  })

  test.each(cases.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    const id = `T${String(index).padStart(2, '0')}#`
    const wanted = cases[index]?.escalations ?? []
    const told = [...found].filter(([item]) => item.startsWith(id))
    expect(told.map(([item]) => item)).toEqual(wanted.map((_, nth) => `${id}${nth + 1}`))
    for (const [nth, expected] of wanted.entries()) expect(told[nth]?.[1]).toMatchObject(expected)
  })

  test('each names the ticket it lives on', () => {
    expect(tickets).not.toHaveLength(0)
    for (const { escalation_id, ticket_id, ticket_match } of tickets) {
      expect([ticket_id, ticket_match]).toEqual([String(escalation_id).split('#')[0], 'matched'])
    }
  })
})

test('as of a time before the condition holds there is no escalation', async () => {
  const rows = [{ name: '', rows: [begun, second('10:00,2,in_progress,Bob')], expect: {} }]
  const night = await goodNight(
    {
      config: configOf(`${eventSource.trimEnd()}\n${escalatedWhen}`),
      files: { 'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...linesOf(rows)) },
    },
    ['--as-of', `${day}T09:59:00Z`],
  )
  expect([...(await outcomes(night)).keys()]).toEqual(['T00'])
})

test('of the text that says so nothing is kept but that it does', async () => {
  const source = eventSource.replace('opened_at: opened }', 'opened_at: opened, description: told }')
  const rows = [
    'T1,2026-03-02T09:00,1,new,,,,2026-03-02T09:00,please ESCALATE: Jane Roe is ill',
    'T2,2026-03-02T09:00,1,new,,,,2026-03-02T09:00,all is well with Jane Roe',
  ]
  const night = await goodNight({
    config: configOf(`${source.trimEnd()}\n  escalated_when: { description: "\\\\bESCALATE\\\\b" }\n`),
    files: { 'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened,told', ...rows) },
  })
  expect(
    (await night.query('select ticket_id from fct_escalations')).map(({ ticket_id }) => ticket_id),
  ).toEqual(['T1'])
  const landed = await night.query(
    `select landed::varchar as row from read_parquet('${night.dir}/landed/*.parquet') as landed`,
  )
  expect(landed).toHaveLength(2)
  expect(JSON.stringify(landed)).not.toMatch(/Jane|well|please/)
})
