import { beforeAll, describe, expect, test } from 'vitest'
import { configOf, csv, eventSource } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

const log = `
- name: escalations
  files: "escalations*.csv"
  format: table
  entity: escalation
  grain: item
  columns:
    id: Ref
    ticket_id: Ticket
    received_at: { column: Received, format: ["%d/%m/%Y %H:%M", "%d/%m/%Y"] }
    acknowledged_at: { column: Acknowledged, format: ["%d/%m/%Y %H:%M", "%d/%m/%Y"] }
    status: [State, Reason]
  values:
    status: { "Open/*": in_progress, "Open/New*": new, "Open/New, again": waiting, "Done/*": resolved, "Withdrawn/": cancelled }
`
const header = 'Ref,Ticket,Received,Acknowledged,State,Reason'

// cells after the reference: ticket, received, acknowledged, state, reason
const cases: [name: string, row: string, expected: Record<string, unknown>][] = [
  ['two times', ',02/03/2026 09:00,02/03/2026 09:45,Open,', { acknowledge_minutes: 45, acknowledged_basis: 'explicit' }],
  ['received on a day alone', ',02/03/2026,03/03/2026 09:00,Open,', { acknowledge_minutes: null, flags: expect.arrayContaining(['date_only']) }],
  ['acknowledged on a day alone: by the end of it', ',02/03/2026 09:00,03/03/2026,Open,', { acknowledge_minutes: null, acknowledge_business_minutes: null, acknowledged: '2026-03-03 23:59:59', flags: expect.arrayContaining(['date_only']) }],
  ['not acknowledged, and known by its day alone: no age in minutes', ',02/03/2026,,Open,New', { acknowledged: null, age_minutes: null, flags: expect.arrayContaining(['date_only']) }],
  ['the exact value goes before any prefix', ',02/03/2026 09:00,,Open,"New, again"', { status: 'waiting' }],
  ['of two prefixes the longer', ',02/03/2026 09:00,,Open,New today', { status: 'new' }],
  ['the shorter prefix takes the rest', ',02/03/2026 09:00,,Open,Looking', { status: 'in_progress' }],
  ['withdrawn', ',02/03/2026 09:00,,Withdrawn,', { status: 'cancelled', outcome: 'withdrawn', is_open: false }],
  ['no ticket', ',02/03/2026 09:00,,Open,', { ticket_id: null, ticket_match: 'missing' }],
  ['a ticket that is there', 'INC0000001,02/03/2026 09:00,,Open,', { ticket_id: 'INC0000001', ticket_match: 'matched' }],
  ['a ticket that is not there', 'INC0000009,02/03/2026 09:00,,Open,', { ticket_match: 'unmatched' }],
  ['a ticket within words, in small letters and with a blank', 'see inc 0000001 please,02/03/2026 09:00,,Open,', { ticket_id: 'INC0000001', ticket_match: 'matched' }],
  ['two tickets, of which the second is known', 'INC0000009 and INC0000001,02/03/2026 09:00,,Open,', { ticket_id: 'INC0000009', ticket_match: 'matched' }],
] // biome-ignore format: a table

describe('an escalation in a log kept by hand', () => {
  let night: Night
  let found: Record<string, unknown>[]
  beforeAll(async () => {
    night = await goodNight({
      config: configOf(eventSource + log),
      files: {
        'inbox/log.csv': csv(
          'id,at,order,status,owner,team,actor,opened',
          'INC0000001,2026-03-02T08:00,1,new,,,,',
        ),
        'inbox/escalations.csv': csv(
          header,
          ...cases.map(([, row], index) => `E${String(index).padStart(2, '0')},${row}`),
        ),
      },
    })
    found = await night.query(
      "select *, strftime(acknowledged_at, '%Y-%m-%d %H:%M:%S') as acknowledged from fct_escalations order by escalation_id",
    )
  })

  test.each(cases.map(([name], index) => [name, index] as const))('%s', (_, index) => {
    expect(found[index]).toMatchObject(cases[index]?.[2] ?? {})
  })

  test('names every ticket it quotes', async () => {
    const last = `E${cases.length - 1}`
    expect(
      await night.query(
        `select ticket_id, is_matched from fct_escalation_tickets where escalation_id = '${last}' order by all`,
      ),
    ).toEqual([
      { ticket_id: 'INC0000001', is_matched: true },
      { ticket_id: 'INC0000009', is_matched: false },
    ])
  })
})
