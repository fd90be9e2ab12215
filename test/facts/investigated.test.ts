import { beforeAll, describe, expect, test } from 'vitest'
import { type ItemCase, idOf, linesOf, wall } from '../support/cases.ts'
import { configOf, csv, escalationSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'
import { factsOfMail } from '../support/messages.ts'

const escalations = `
- name: log
  files: "log*.csv"
  format: table
  entity: escalation
  grain: event
  empty: unchanged
  columns: { id: id, at: at, order: order, event: event, status: status, owner: owner, team: team, actor: actor, requester: asker, received_at: received }
`
const people = 'people: [{ name: Robot, aliases: [robot], system: true }]'
const header = 'id,at,order,event,status,owner,team,actor,asker,received'
const line = (cells: string): string => `${cells},kim,09:00`
const begun = line('09:00,1,,new,,,kim')
const noticed = line('10:00,2,acknowledged,,,,ann')
const nothing = { investigated: null, investigated_basis: null }

const found = async (night: Pick<Night, 'query'>): Promise<Map<string, unknown>> =>
  new Map(
    (
      await night.query(`
        select e.escalation_id, strftime(e.investigated_at, '%d %H:%M') as investigated, e.investigated_basis,
          i.is_timed, i.investigate_minutes, i.investigate_business_minutes
        from fct_escalations as e left join fct_investigations as i on i.item_id = e.escalation_id`)
    ).map((row) => [String(row.escalation_id), row]),
  )

// cells: at, order, event, status, owner, team, actor
const cases: ItemCase[] = [
  { name: 'never acknowledged', rows: [begun, line('11:00,2,,,,,ann')], expect: nothing },
  { name: 'acknowledged and no more', rows: [begun, noticed], expect: nothing },
  {
    name: 'a message to the requester',
    rows: [begun, noticed, line('11:00,3,updated,,,,ann')],
    expect: { investigated: '02 11:00', investigated_basis: 'message', is_timed: true, investigate_minutes: 120, investigate_business_minutes: 120 },
  },
  { name: 'a note', rows: [begun, noticed, line('11:00,3,,,,,ann')], expect: { investigated_basis: 'note' } },
  { name: 'an owner is named', rows: [begun, noticed, line('11:00,3,,,Ann Lee,,ann')], expect: { investigated_basis: 'handoff' } },
  { name: 'it goes to another team', rows: [begun, noticed, line('11:00,3,,,,Network,ann')], expect: { investigated_basis: 'handoff' } },
  { name: 'its status changes', rows: [begun, noticed, line('11:00,3,,waiting,,,ann')], expect: { investigated_basis: 'status' } },
  { name: 'it is resolved', rows: [begun, noticed, line('11:00,3,,resolved,,,ann')], expect: { investigated_basis: 'resolution' } },
  { name: 'it is cancelled', rows: [begun, noticed, line('11:00,3,,cancelled,,,ann')], expect: { investigated_basis: 'resolution' } },
  {
    name: 'resolved at the first touch, by whomever',
    rows: [begun, line('10:00,2,,resolved,,,')],
    expect: { investigated: '02 10:00', investigated_basis: 'resolution', investigate_minutes: 60 },
  },
  {
    name: 'resolved in the very minute of its acknowledgement',
    rows: [begun, noticed, line('10:00,3,,resolved,,,ann')],
    expect: { investigated: '02 10:00', investigated_basis: 'resolution' },
  },
  {
    name: 'what else happens at the time of the acknowledgement belongs to it',
    rows: [begun, noticed, line('10:00,3,updated,,Ann Lee,,ann'), line('12:00,4,,,,,ann')],
    expect: { investigated: '02 12:00', investigated_basis: 'note' },
  },
  {
    name: 'of two things at one time the first counts',
    rows: [begun, noticed, line('11:00,3,,,,,ann'), line('11:00,4,,resolved,,,ann')],
    expect: { investigated: '02 11:00', investigated_basis: 'note' },
  },
  { name: 'what happened before the acknowledgement', rows: [begun, line('09:30,2,,,,,ann'), noticed.replace(',2,', ',3,')], expect: nothing },
  { name: 'acknowledged again', rows: [begun, noticed, line('11:00,3,acknowledged,,,,bob')], expect: nothing },
  {
    name: 'the requester chases and adds a note',
    rows: [begun, noticed, line('11:00,3,chased,,,,kim'), line('12:00,4,,,,,kim')],
    expect: nothing,
  },
  { name: 'an automatic account', rows: [begun, noticed, line('11:00,3,,waiting,,,robot')], expect: nothing },
  { name: 'nobody knows who, in a log that names who', rows: [begun, noticed, line('11:00,3,,waiting,,,')], expect: nothing },
  {
    name: 'a reply acknowledges, and the next investigates',
    rows: [begun, line('10:00,2,updated,,,,ann'), line('+1 10:00,3,updated,,,,ann')],
    expect: { investigated: '03 10:00', investigated_basis: 'message', investigate_minutes: 1500, investigate_business_minutes: 540 },
  },
  {
    name: 'closed and opened again after the first touch: investigated when it was closed',
    rows: [begun, line('10:00,2,,closed,,,ann'), line('11:00,3,,in_progress,,,ann')],
    expect: { investigated: '02 10:00', investigated_basis: 'resolution' },
  },
] // biome-ignore format: a table

describe('after its acknowledgement, an escalation is investigated by', () => {
  let told: Map<string, unknown>
  beforeAll(async () => {
    const config = configOf(escalations, people)
    told = await found(
      await goodNight({ config, files: { 'inbox/log.csv': csv(header, ...linesOf(cases)) } }),
    )
  })

  test.each(cases.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    expect(told.get(idOf(index))).toMatchObject(cases[index]?.expect ?? {})
  })
})

test('where a log names nobody at all, what happens is done by someone', async () => {
  const rows = [
    'E1,09:00,1,,new,,,,,09:00',
    'E1,10:00,2,acknowledged,,,,,,09:00',
    'E1,11:00,3,,waiting,,,,,09:00',
  ]
  const night = await goodNight({
    config: configOf(escalations),
    files: { 'inbox/log.csv': csv(header, ...rows.map(wall)) },
  })
  expect((await found(night)).get('E1')).toMatchObject({
    investigated: '02 11:00',
    investigated_basis: 'status',
  })
})

describe('in a log kept by hand', () => {
  const rows = [
    'E1,2026-03-02T09:00,2026-03-02T10:00,,new,,2026-03-03',
    'E2,2026-03-02,2026-03-03T10:00,2026-03-03T11:00,resolved,,',
    'E3,2026-03-02T09:00,2026-03-02T10:00,,in_progress,Ann,',
  ]
  let told: Map<string, unknown>
  beforeAll(async () => {
    const source = escalationSource
      .replace('ticket_id: ticket, ', '')
      .replace('status:', 'resolved_at: resolved, first_response_at: replied, status:')
    const file = csv('ref,received,acknowledged,resolved,status,owner,replied', ...rows)
    told = await found(
      await goodNight({ config: configOf(source), files: { 'inbox/escalations.csv': file } }),
    )
  })

  test.each([
    ['a day alone is the end of that day, and no minutes', 'E1', { investigated: '03 23:59', is_timed: false, investigate_minutes: null }],
    ['received on a day alone: no minutes', 'E2', { investigated: '03 11:00', is_timed: true, investigate_minutes: null, investigate_business_minutes: null }],
    ['what was there at first sight counts, without minutes', 'E3', { investigated: '31 12:00', is_timed: false, investigate_minutes: null }],
  ])('%s', (_, id, expected) => {
    expect(told.get(id)).toMatchObject(expected)
  }) // biome-ignore format: a table
})

test('in a mailbox the owner that is assumed of who answers is no change of owner', async () => {
  const facts = await factsOfMail({
    files: [
      [
        { message_id: 'a1', at: wall('09:00'), direction: 'in', requester: 'kim', actor: 'kim' },
        {
          message_id: 'a2',
          at: wall('10:00'),
          direction: 'out',
          parents: 'a1',
          actor: 'ann',
          owner: 'Ann Lee',
        },
        { message_id: 'a3', at: wall('11:00'), direction: 'auto_out', parents: 'a1', actor: 'desk' },
        {
          message_id: 'a4',
          at: wall('12:00'),
          direction: 'out',
          parents: 'a1',
          actor: 'bob',
          owner: 'Bob Ray',
        },
      ],
    ],
  })
  expect([...(await found(facts)).values()]).toMatchObject([
    { investigated: '02 12:00', investigated_basis: 'message' },
  ])
})
