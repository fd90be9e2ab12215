import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, outcomes, wall } from '../support/cases.ts'
import { configOf, csv, escalationSource, eventSource } from '../support/config.ts'
import { correct, type Said } from '../support/corrections.ts'
import { goodNight, type Night } from '../support/installation.ts'
import { memory } from '../support/memory.ts'

interface Corrected extends ItemCase {
  /** Field and value, of this case's item. */
  readonly said: readonly (readonly [Said[1], string])[]
}

const opened = '09:00,1,new,,,,09:00'
const begun = '10:00,2,in_progress,Ann,Desk,cat,09:00'
const resolved = '12:00,3,resolved,Ann,Desk,cat,09:00'
const closed = '14:00,4,closed,Ann,Desk,cat,09:00'
const life = [opened, begun, resolved, closed]

// cells: at, order, status, owner, team, actor, opened
const cases: Corrected[] = [
  { name: 'nothing: it stays as it is told', rows: life, said: [], expect: { received_at: '09:00', acknowledged_at: '10:00', resolved_at: '12:00', closed_at: '14:00', owner: 'Ann', team: 'Desk' } },
  { name: 'when it was opened: it begins there', rows: life, said: [['opened_at', '08:00']], expect: { received_at: '08:00', acknowledge_minutes: 120, resolve_minutes: 240 } },
  { name: 'the day on which it was opened: no minutes are told', rows: life, said: [['opened_at', '2026-03-02']], expect: { acknowledge_minutes: null, resolve_minutes: null } },
  { name: 'when it was acknowledged: no other sign counts', rows: life, said: [['acknowledged_at', '11:00']], expect: { acknowledged_at: '11:00', acknowledged_basis: 'explicit', acknowledge_minutes: 120 } },
  { name: 'acknowledged, though no sign of it was written', rows: [opened], said: [['acknowledged_at', '09:30']], expect: { acknowledged_at: '09:30', acknowledge_minutes: 30, is_open: true } },
  { name: 'resolved earlier: closed as before', rows: life, said: [['resolved_at', '11:00']], expect: { resolved_at: '11:00', closed_at: '14:00', resolve_minutes: 120, acknowledged_at: '10:00' } },
  { name: 'resolved before what was done in between: that was not', rows: [opened, '10:00,2,waiting,,,,09:00', '11:00,3,in_progress,,,,09:00', '12:00,4,resolved,,,,09:00'], said: [['resolved_at', '10:30']], expect: { resolved_at: '10:30', acknowledged_at: '10:00', reopen_count: 0 } },
  { name: 'resolved later than it was closed: closed no earlier', rows: life, said: [['resolved_at', '15:00']], expect: { resolved_at: '15:00', closed_at: '15:00', status: 'closed' } },
  { name: 'closed later: resolved as before', rows: life, said: [['closed_at', '16:00']], expect: { resolved_at: '12:00', closed_at: '16:00' } },
  { name: 'closed before it was resolved: resolved no later', rows: life, said: [['closed_at', '11:00']], expect: { resolved_at: '11:00', closed_at: '11:00', status: 'closed' } },
  { name: 'both', rows: life, said: [['resolved_at', '11:00'], ['closed_at', '13:00']], expect: { resolved_at: '11:00', closed_at: '13:00' } },
  { name: 'resolved, though it is told to be open', rows: [opened, begun], said: [['resolved_at', '13:00']], expect: { resolved_at: '13:00', status: 'resolved', is_open: false, acknowledged_at: '10:00', owner: 'Ann' } },
  { name: 'closed, though it is only resolved', rows: [opened, begun, resolved], said: [['closed_at', '13:00']], expect: { resolved_at: '12:00', closed_at: '13:00', status: 'closed' } },
  { name: 'the last of two resolutions', rows: [...life, '15:00,5,in_progress,Ann,Desk,cat,09:00', '17:00,6,resolved,Ann,Desk,cat,09:00'], said: [['resolved_at', '16:00']], expect: { first_resolved_at: '12:00', resolved_at: '16:00', reopen_count: 1 } },
  { name: 'never closed: it is open again, and was not reopened', rows: [opened, begun, closed], said: [['status', 'in_progress']], expect: { is_open: true, resolved_at: null, first_resolved_at: null, reopen_count: 0, status: 'in_progress' } },
  { name: 'cancelled, not closed', rows: [opened, begun, closed], said: [['status', 'cancelled']], expect: { is_open: false, resolved_at: null, status: 'cancelled', closed_at: '14:00' } },
  { name: 'done, though it is told to be open: no minutes are told', rows: [opened, begun], said: [['status', 'resolved']], expect: { is_open: false, status: 'resolved', resolve_minutes: null, acknowledged_at: '10:00' } },
  { name: 'done, and when', rows: [opened, begun], said: [['status', 'resolved'], ['resolved_at', '13:00']], expect: { is_open: false, status: 'resolved', resolved_at: '13:00', resolve_minutes: 240, acknowledged_at: '10:00' } },
  { name: 'a status, where none but new is told', rows: [opened], said: [['status', 'waiting']], expect: { status: 'waiting', is_open: true, received_at: '09:00', events: ['09:00 received', '09:00 status_changed'] } },
  { name: 'withdrawn, where none but new is told', rows: [opened], said: [['status', 'cancelled']], expect: { status: 'cancelled', is_open: false, resolved_at: null } },
  { name: 'another owner than the last', rows: [opened, begun, '11:00,3,in_progress,Bob,Desk,cat,09:00'], said: [['owner', 'cat  lee']], expect: { owner: 'Cat Lee', owners: ['Ann', 'Cat Lee'] } },
  { name: 'an owner, where none is told', rows: [opened], said: [['owner', 'Dan']], expect: { owner: 'Dan', owners: ['Dan'], first_owned_at: '09:00', acknowledged_at: null } },
  { name: 'a shared mailbox is no owner', rows: [opened, begun], said: [['owner', 'Service Desk']], expect: { owner: null } },
  { name: 'another team', rows: life, said: [['team', 'AV']], expect: { team: 'AV', owner: 'Ann' } },
  { name: 'a team, where none is told', rows: [opened], said: [['team', 'AV']], expect: { team: 'AV' } },
] // biome-ignore format: a table

const people = `people:
  - { name: Cat Lee, aliases: ["cat lee"] }
  - { name: Service Desk, shared: true }`
const escalations = csv(
  'ref,ticket,received,acknowledged,status,owner',
  `E1,INC0000001,${wall('09:00')},${wall('09:30')},in_progress,Ann`,
)
const world = () =>
  goodNight({
    config: configOf(`${eventSource.trim()}\n${escalationSource.trim()}`, people),
    files: {
      'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...linesOf(cases)),
      'inbox/escalations.csv': escalations,
    },
  })

describe('of a ticket someone says', () => {
  let night: Night
  let found: Awaited<ReturnType<typeof outcomes>>
  let done: Awaited<ReturnType<typeof correct>>
  beforeAll(async () => {
    night = await world()
    const said = cases.flatMap(({ said }, index) =>
      said.map(([field, value]): Said => [idOf(index), field, wall(value)]),
    )
    done = await correct(night, said)
    found = await outcomes(night)
  })

  test.each(cases.map((one, index) => [one.name, index] as const))('%s', (_, index) => {
    expect(found.get(idOf(index))).toMatchObject(cases[index]?.expect ?? {})
  })

  test('and all figures still balance', () => {
    expect(done.broken).toEqual([])
    expect(done.warnings).toEqual([])
    expect(done.corrections.every(({ is_applied }) => is_applied)).toBe(true)
  })
})

describe('what describes an item', () => {
  let night: Night
  let done: Awaited<ReturnType<typeof correct>>
  beforeAll(async () => {
    night = await world()
    done = await correct(night, [
      ['E1', 'outcome', 'declined'],
      ['E1', 'reason', 'speed'],
      ['E1', 'ticket_id', 'INC0000009'],
      ['E1', 'needed_by', '2026-03-09'],
      ['E1', 'received_at', '2026-03-02T09:10:00+01:00'],
      ['T00', 'priority', 'P1'],
      ['T00', 'is_major', 'true'],
      ['T00', 'kind', 'request'],
      ['T00', 'outcome', 'declined'],
      ['T99', 'owner', 'Ann'],
    ])
  })

  test('stands as someone says', async () => {
    expect(
      await night.query(
        `select outcome, reason, ticket_id, ticket_match, needed_by::varchar as needed_by, received_at::varchar as received_at from fct_escalations`,
      ),
    ).toEqual([
      { outcome: 'declined', reason: 'speed', ticket_id: 'INC0000009', ticket_match: 'unmatched', needed_by: '2026-03-09', received_at: '2026-03-02 08:10:00+00' },
    ]) // biome-ignore format: a row
    expect(
      await night.query(`select priority, is_major, kind from fct_tickets where ticket_id = 'T00'`),
    ).toEqual([{ priority: 'P1', is_major: true, kind: 'request' }])
  })

  test('what cannot be applied is said by its line', () => {
    expect(done.broken).toEqual([])
    expect(done.warnings).toEqual([
      'corrections.csv:10: a ticket has no outcome. Mend the line, or take it out',
      'corrections.csv:11: no ticket or escalation has the number of its item. Mend the line, or take it out',
    ])
    expect(done.corrections.map(({ is_applied }) => is_applied)).toEqual([
      ...Array(8).fill(true),
      false,
      false,
    ])
    expect(done.corrections[0]).toEqual({ line: 2, item: 'E1', field: 'outcome', reason: 'seen', is_applied: true }) // biome-ignore format: a row
  })
})

test('two sources of one ticket: what someone says stands above both', async () => {
  const second = eventSource.replace('name: log', 'name: other').replace('"log*.csv"', '"other*.csv"')
  const header = 'id,at,order,status,owner,team,actor,opened'
  const night = await goodNight({
    config: configOf(`${eventSource.trim()}\n${second.trim()}`),
    files: {
      'inbox/log.csv': csv(header, ...linesOf([{ name: '', expect: {}, rows: life }])),
      'inbox/other.csv': csv(
        header,
        `T00,${wall('10:00')}:30,2,in_progress,Bob,Desk,,${wall('09:00')}`,
        `T00,${wall('12:00')}:30,3,resolved,Bob,Desk,,${wall('09:00')}`,
      ),
    },
  })
  const done = await correct(night, [
    ['T00', 'owner', 'Eve'],
    ['T00', 'resolved_at', wall('11:00')],
    ['T00', 'opened_at', wall('08:30')],
  ])
  expect(done.broken).toEqual([])
  expect((await outcomes(night)).get('T00')).toMatchObject({
    received_at: '08:30',
    owner: 'Eve',
    resolved_at: '11:00',
    closed_at: '14:00',
    status: 'closed',
  })
})

test.each([
  ['2026-07-01T10:00', '2026-07-01 09:00:00+00', '2026-07-01 09:00:00+00'],
  ['2026-07-01 10:00:30', '2026-07-01 09:00:30+00', '2026-07-01 09:00:30+00'],
  ['2026-07-01T10:00Z', '2026-07-01 10:00:00+00', '2026-07-01 10:00:00+00'],
  ['2026-07-01 10:00:30 -05:00', '2026-07-01 15:00:30+00', '2026-07-01 15:00:30+00'],
  ['2026-07-01', '2026-06-30 23:00:00+00', '2026-07-01 22:59:59+00'],
])(
  'the time %s is read in the zone of the institution, or by its offset',
  async (value, earliest, latest) => {
    const database = await memory()
    const correction = { line: 2, item: 'T1', field: 'closed_at', value, reason: 'seen', by: 'Ann' }
    await database.file(
      new URL('../../etl/facts/dim_corrections.sql', import.meta.url),
      { corrections: JSON.stringify([correction]), timezone: 'Europe/London' },
      { create: 'dim_corrections' },
    )
    expect(
      await database.all(
        'select earliest::varchar as earliest, latest::varchar as latest, is_day from dim_corrections',
      ),
    ).toEqual([{ earliest, latest, is_day: earliest !== latest }])
  },
)

test('corrections.csv beside config.yaml is applied and listed, and what is wrong in it is a warning', async () => {
  const night = await goodNight({
    config: configOf(eventSource),
    files: {
      'inbox/log.csv': csv('id,at,order,status,owner,team,actor,opened', ...linesOf([{ name: '', expect: {}, rows: life }])),
      'corrections.csv': csv(
        'item,field,value,reason,by',
        `T00,resolved_at,${wall('11:00')},"seen, and told by phone",Bob`,
        'T00,ownr,Ann,seen,Bob',
        'T77,owner,Ann,seen,Bob',
      ),
    },
  }) // biome-ignore format: a world
  expect((await outcomes(night)).get('T00')).toMatchObject({ resolved_at: '11:00', closed_at: '14:00' })
  const { corrections, warnings } = await night.run()
  expect(corrections).toEqual([
    { line: 2, item: 'T00', field: 'resolved_at', reason: 'seen, and told by phone', is_applied: true },
    { line: 4, item: 'T77', field: 'owner', reason: 'seen', is_applied: false },
  ])
  expect(warnings.join('\n')).toContain(
    'corrections.csv:3: its field cannot be corrected. Did you mean "owner"?',
  )
  expect(warnings.join('\n')).toContain(
    'corrections.csv:4: no ticket or escalation has the number of its item.',
  )
})
