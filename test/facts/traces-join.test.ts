import { beforeAll, describe, expect, test } from 'vitest'
import { outcomes, wall } from '../support/cases.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

const table = (name: string, columns: string, more = ''): string => `
- name: ${name}
  files: "${name}*.csv"
  format: table
  entity: escalation
  grain: item
  columns: { ${columns} }${more}`
const sources = [
  table('esclog', 'id: ref, ticket_id: ticket, received_at: received, resolved_at: resolved, status: status, owner: owner, parent_id: parent, reason: reason'),
  `${eventSource.trim()}\n  escalated_when: { team: "2nd$" }`,
  table('form', 'id: ref, ticket_id: ticket, received_at: received, reason: reason, impact: impact'),
  `- name: mailbox
  files: "mail*.csv"
  format: table
  entity: message
  addresses: [desk@example.ac.uk]
  staff_domains: [it.example.ac.uk]
  columns: { message_id: id, conversation_id: thread, at: sent, from: from, to: to, subject: subject }`,
].join('\n') // biome-ignore format: settings

interface Told {
  readonly name: string
  /** Cells after the reference and the ticket: received, resolved, status, owner, parent, reason. */
  readonly log?: readonly string[]
  /** Cells after the id of the ticket, as in a log of tickets. */
  readonly ticket?: readonly string[]
  /** Cells after the reference: ticket, received, reason, impact. */
  readonly form?: readonly string[]
  /** Thread, time and who writes: `in` or `out`; only the first message of a thread names the ticket. */
  readonly mail?: readonly (readonly [thread: string, time: string, direction: 'in' | 'out'])[]
  /** What is said of its escalations in the order of their receipt. */
  readonly expect: readonly Readonly<Record<string, unknown>>[]
}

// `L1` is the first row of the log in a case, `F1` of the form, `M` any thread; `INC` is the ticket of the case
const cases: Told[] = [
  {
    name: 'all four tell of one: what stands is as the log says, acknowledged as the mailbox shows',
    mail: [['a', '09:00', 'in'], ['a', '09:40', 'out']],
    form: ['INC,09:10,speed,teaching'],
    log: ['10:00,,in_progress,Ann,,'],
    ticket: ['08:00,1,in_progress,Bob,Desk,,08:00', '11:00,2,in_progress,Bob,Net 2nd,,08:00', '12:00,3,waiting,Cy,Net 2nd,,08:00', '13:00,4,closed,Cy,Net 2nd,,08:00'],
    expect: [{ id: 'M', received_at: '09:00', acknowledged_at: '09:40', acknowledged_basis: 'reply', acknowledge_minutes: 40, status: 'in_progress', is_open: true, owner: 'Ann', team: 'Net 2nd', reason: 'speed', impact: 'teaching', ticket: 'INC', traces: ['mailbox M', 'form F1', 'esclog L1', 'log INC#1'], is_only_mailbox: false, statuses: ['new', 'in_progress'] }],
  },
  {
    name: 'acknowledged by what happened on the ticket, though the status is the one in the log',
    log: ['10:00,,new,,,'],
    ticket: ['09:00,1,new,,Desk,,09:00', '10:30,2,new,Bob,Net 2nd,,09:00', '10:50,3,waiting,Bob,Net 2nd,,09:00', '11:00,4,resolved,Bob,Net 2nd,,09:00'],
    expect: [{ id: 'L1', acknowledged_at: '10:50', acknowledged_basis: 'status', status: 'new', is_open: true, owner: 'Bob', resolved_at: null, statuses: ['new'], events: ['10:00 received', '10:30 received', '10:30 assigned', '10:30 team_changed', '10:50 noted', '11:00 noted'] }],
  },
  {
    name: 'the flag says when it was done where the log does not exist',
    form: ['INC,10:20,,research'],
    ticket: ['09:00,1,new,,Desk,,09:00', '10:30,2,new,Bob,Net 2nd,,09:00', '11:00,3,resolved,Bob,Net 2nd,,09:00'],
    expect: [{ id: 'F1', received_at: '10:20', acknowledged_at: '11:00', resolved_at: '11:00', impact: 'research', is_open: false, is_only_mailbox: false }],
  },
  {
    name: 'a second thread about one that is open is chasing it',
    mail: [['a', '09:00', 'in'], ['b', '11:00', 'in'], ['b', '12:00', 'out']],
    log: ['09:30,,new,,,'],
    expect: [{ id: 'M', acknowledged_at: '12:00', traces: ['mailbox M', 'esclog L1'], events: ['09:00 received', '09:30 received', '11:00 chased', '12:00 updated', '12:00 assigned'] }],
  },
  {
    name: 'a message after it was done begins another, and the log goes on with that one',
    mail: [['a', '09:00', 'in'], ['a', '09:30', 'in'], ['a', '+1 09:00', 'out'], ['a', '+3 09:00', 'in'], ['a', '+3 11:00', 'out'], ['a', '+4 09:00', 'in']],
    log: ['09:10,+1 10:00,resolved,Ann,,speed', '+3 09:30,,in_progress,Dee,,quality'],
    expect: [
      { id: 'M', repeat_of: null, resolved_at: '+03 10:00', is_open: false, owner: 'Ann', reason: 'speed', ticket: 'INC', traces: ['mailbox M', 'esclog L1'] },
      { id: 'M#2', repeat_of: 'M', received_at: '+05 09:00', acknowledged_at: '+05 11:00', is_open: true, owner: 'Dee', reason: 'quality', ticket: 'INC', traces: ['mailbox M#2', 'esclog L2'], events: ['+05 09:00 received', '+05 09:30 received', '+05 11:00 updated', '+05 11:00 assigned', '+06 09:00 chased', '+31 12:00 status_changed', '+31 12:00 assigned'] },
    ],
  },
  {
    name: 'a message after it was done, which nobody logs',
    mail: [['a', '09:00', 'in'], ['a', '09:20', 'out'], ['a', '+3 09:00', 'in'], ['a', '+3 11:00', 'out']],
    log: ['09:10,+1 10:00,resolved,Ann,,speed'],
    expect: [
      { id: 'M', is_only_mailbox: false, events: expect.not.arrayContaining(['+05 09:00 chased']) },
      { id: 'M#2', repeat_of: 'M', is_only_mailbox: true, acknowledged_at: '+05 11:00', reason: 'unknown', events: ['+05 09:00 received', '+05 11:00 updated', '+05 11:00 assigned'] },
    ],
  },
  {
    name: 'two logs, three days apart: named after the earlier',
    form: ['INC,09:00,quality,'],
    log: ['+3 09:00,,in_progress,Ann,,speed'],
    expect: [{ id: 'F1', received_at: '09:00', reason: 'speed', impact: null, traces: ['form F1', 'esclog L1'] }],
  },
  {
    name: '15 days apart, and done before: two, of which one repeats the other',
    log: ['09:00,+2 09:00,resolved,,,'],
    form: ['INC,+15 09:00,,'],
    expect: [{ id: 'L1', repeat_of: null }, { id: 'F1', repeat_of: 'L1', status: 'new' }],
  },
  {
    name: '15 days apart, and not yet done: one',
    log: ['09:00,+20 09:00,resolved,,,'],
    form: ['INC,+15 09:00,,'],
    expect: [{ id: 'L1', resolved_at: '+22 09:00', traces: ['esclog L1', 'form F1'] }],
  },
  {
    name: 'a reference to the number in the log, however late',
    log: ['09:00,+1 09:00,resolved,,,'],
    form: ['"see L1, please",+25 09:00,,'],
    expect: [{ id: 'L1', traces: ['esclog L1', 'form F1'] }],
  },
  {
    name: 'a parent that is the number in the form',
    form: [',09:00,,'],
    log: ['+25 09:00,,new,,F1,'],
    expect: [{ id: 'F1', traces: ['form F1', 'esclog L1'], ticket: 'INC' }],
  },
  {
    name: 'twice in the log: two, of which none repeats one that is open',
    log: ['09:00,,new,,,', '10:00,,new,,,'],
    expect: [{ id: 'L1', repeat_of: null }, { id: 'L2', repeat_of: null }],
  },
  { name: 'nobody wrote it into the log', mail: [['a', '09:00', 'in']], expect: [{ id: 'M', is_only_mailbox: true }] },
] // biome-ignore format: a table

const number = (index: number): string => `INC${String(index + 1).padStart(7, '0')}`
const reference = (index: number, letter: string, nth: number): string => `${letter}-${index + 1}-${nth}`

/** A line as it is written for a case: its times, its ticket, and the references of its rows. */
const written = (line: string, index: number): string =>
  wall(line).replaceAll(/\b([LF])(\d)\b/g, (_, letter, nth) => reference(index, letter, Number(nth))).replaceAll(/\bINC\b/g, number(index)) // biome-ignore format: one rule

function filesOf(told: readonly Told[]): Record<string, string> {
  const lines = (cells: (one: Told, index: number) => readonly string[]): string[] =>
    told.flatMap((one, index) => cells(one, index).map((line) => written(line, index)))
  const logged = lines(({ log = [] }) => log.map((cells, nth) => `L${nth + 1},INC,${cells}`))
  const forms = lines(({ form = [] }) => form.map((cells, nth) => `F${nth + 1},${cells}`))
  const tickets = lines(({ ticket = [] }) => ticket.map((cells) => `INC,${cells}`))
  const messages = told.flatMap(({ mail = [] }, index) =>
    mail.map(([thread, time, direction], nth) => {
      const isFirst = mail.findIndex(([other]) => other === thread) === nth
      const people = ['kim@example.ac.uk', 'desk@example.ac.uk']
      const [from, to] = direction === 'in' ? people : ['ann@it.example.ac.uk', 'kim@example.ac.uk']
      return `m${index}.${nth},t${index}.${thread},${wall(time)},${from},${to},${isFirst ? number(index) : 'Re'}`
    }),
  )
  return {
    'inbox/esclog.csv': csv('ref,ticket,received,resolved,status,owner,parent,reason', ...logged),
    'inbox/form.csv': csv('ref,ticket,received,reason,impact', ...forms),
    'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...tickets),
    'inbox/mail.csv': csv('id,thread,sent,from,to,subject', ...messages),
  }
}

/** Names as in the cases, whatever the threads are called. */
const plain = (text: unknown): unknown =>
  typeof text === 'string'
    ? text.replace(/M-[0-9a-f]{16}/, 'M').replace(/\b([LF])-\d+-(\d)/, '$1$2').replace(/INC\d{7}/, 'INC')
    : Array.isArray(text)
      ? text.map(plain)
      : text // biome-ignore format: one rule

async function escalationsOf(night: Night): Promise<Record<string, unknown>[]> {
  const found = await outcomes(night)
  const rows = await night.query(`
    with traces as (
      select escalation_id, list(source || ' ' || trace_id order by received_at) as traces from fct_escalation_traces group by all
    ),
    statuses as (
      select item_id as escalation_id, list(status order by from_at) as statuses from fct_statuses where item_kind = 'escalation' group by all
    )
    select escalation_id, repeat_of, is_only_mailbox, reason, impact, ticket_id, traces, statuses
    from fct_escalations join traces using (escalation_id) join statuses using (escalation_id)
    order by ticket_id, received_at, escalation_id`)
  return rows.map((row) => ({ ...found.get(String(row.escalation_id)), ...row }))
}

describe('an escalation of which several exports tell', () => {
  let night: Night
  let found: Record<string, unknown>[]
  beforeAll(async () => {
    night = await goodNight({ config: configOf(sources), files: filesOf(cases) })
    found = await escalationsOf(night)
  }, 120_000)

  test.each(cases.map((one, index) => [one.name, one.expect, number(index)] as const))('%s', (_, expected, ticket) => {
    const own = found.filter(({ ticket_id }) => ticket_id === ticket)
    const named = own.map(({ escalation_id, ticket_id, ...row }) =>
      Object.fromEntries(Object.entries({ ...row, id: escalation_id, ticket: ticket_id }).map(([key, value]) => [key, plain(value)])),
    )
    expect(named).toMatchObject(expected)
    expect(named).toHaveLength(expected.length)
  }) // biome-ignore format: one rule

  test('has each trace once, and each event under an escalation that is there', async () => {
    expect(await night.query('select source, trace_id from fct_escalation_traces group by all having count(*) > 1')).toEqual([])
    expect(
      await night.query(`select item_id from fct_events where item_kind = 'escalation'
        and item_id not in (select escalation_id from fct_escalations)`),
    ).toEqual([])
  }) // biome-ignore format: two rules
})

describe('where someone corrects an escalation by the id of any of its traces', () => {
  const told: Told[] = [
    { name: '', mail: [['a', '09:00', 'in']], log: ['09:10,,new,,,'], form: ['INC,09:20,,'], expect: [] },
  ]
  let night: Night
  beforeAll(async () => {
    const lines = ['L1,outcome,declined,seen,Bob', 'F1,status,resolved,seen,Bob', 'L1,owner,Eve,seen,Bob', 'F1,owner,Dee,seen,Bob']
    night = await goodNight({
      config: configOf(sources),
      files: {
        ...filesOf(told),
        'corrections.csv': csv('item,field,value,reason,by', ...lines.map((line) => written(line, 0))),
      },
    })
  }, 120_000) // biome-ignore format: a world

  test('it is as they say, and the last word counts', async () => {
    const rows = await night.query(
      'select left(escalation_id, 2) as id, outcome, status, owner from fct_escalations',
    )
    expect(rows).toEqual([{ id: 'M-', outcome: 'declined', status: 'resolved', owner: 'Dee' }])
  })

  test('all of it was applied', async () => {
    const { corrections } = await night.run()
    expect(corrections.map(({ is_applied }) => is_applied)).toEqual([true, true, true, true])
  })
})

test('without a log beside the mailbox nobody has forgotten to keep it', async () => {
  const mailbox = sources.slice(sources.indexOf('- name: mailbox'))
  const all = filesOf([{ name: '', mail: [['a', '09:00', 'in']], expect: [] }])
  const night = await goodNight({
    config: configOf(mailbox),
    files: { 'inbox/mail.csv': String(all['inbox/mail.csv']) },
  })
  expect(await night.query('select is_only_mailbox from fct_escalations')).toEqual([
    { is_only_mailbox: null },
  ])
}, 120_000)
