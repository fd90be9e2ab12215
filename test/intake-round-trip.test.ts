/** From the form, by whatever way its message was sent and exported, into the facts of a night. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageOf } from '../site/intake/message.ts'
import { anyWay, type Sent, sent, type Way } from './site/intake/carriers.ts'
import { answersOf, anyFilling, type Meant } from './site/intake/fillings.ts'
import { configOf } from './support/config.ts'
import { goodNight } from './support/installation.ts'

const fillings = 1000
/** Each file is landed by itself, which takes its time: `npm run test:long` sends them all. */
const files = process.env.LONG === '1' ? fillings : 200
const seed = 20260302
const address = 'escalations@example.ac.uk'

interface Case {
  readonly meant: Meant
  readonly way: Way
  readonly received: Sent
  /** When it came, which tells it from the others. */
  readonly at: Date
}

function caseOf(nth: number): Case {
  const [drawn] = fc.sample(fc.tuple(anyFilling(nth), anyWay), { numRuns: 1, seed: seed + nth })
  if (!drawn) throw new Error('nothing was drawn')
  const [meant, way] = drawn
  const message = messageOf(answersOf(meant.filling), address)
  return { meant, way, received: sent(message, way), at: new Date(Date.UTC(2026, 2, 2, 9) + nth * 60_000) }
}

const cases = Array.from({ length: fillings }, (_, nth) => caseOf(nth))

const headers = (at: Date, nth: number): string =>
  `Message-ID: <m${nth}@x.ac.uk>\r\nDate: ${at.toUTCString().replace('GMT', '+0000')}\r\nFrom: Ann Lee <ann${nth}@x.ac.uk>\r\nTo: ${address}\r\n`

const raw = ({ received, at }: Case, nth: number): string =>
  `${headers(at, nth)}${received.source.replace(/^To: .*\r\n/, '')}`

const inMbox = (message: string): string =>
  `From ann@x.ac.uk Mon Mar  2 09:05:01 2026\n${message.replaceAll('\r\n', '\n').replace(/^(>*From )/gm, '>$1')}\n`

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

const tableRow = ({ received, at }: Case, nth: number): string =>
  [`<m${nth}@x.ac.uk>`, at.toISOString(), `ann${nth}@x.ac.uk`, address, received.subject, received.text]
    .map(quoted)
    .join(',')

const mailbox = `
- name: mailbox
  files: "mail/*"
  format: mailbox
  addresses: [${address}]
`
const table = `
- name: mailbox
  files: "messages.csv"
  format: table
  entity: message
  addresses: [${address}]
  columns: { message_id: ID, at: Sent, from: From, to: To, subject: Subject, description: Body }
`

const containers: readonly (readonly [number, string, string, () => Record<string, string>])[] = [
  [
    fillings,
    'an mbox',
    mailbox,
    () => ({ 'inbox/mail/all.mbox': cases.map((one, nth) => inMbox(raw(one, nth))).join('') }),
  ],
  [
    files,
    'eml files',
    mailbox,
    () =>
      Object.fromEntries(cases.slice(0, files).map((one, nth) => [`inbox/mail/${nth}.eml`, raw(one, nth)])),
  ],
  [
    fillings,
    'a table of messages',
    table,
    () => ({ 'inbox/messages.csv': ['ID,Sent,From,To,Subject,Body', ...cases.map(tableRow)].join('\n') }),
  ],
]

const told = `
select epoch_ms(e.received_at)::varchar as received, e.reason, e.impact, e.wanted, e.needed_by::varchar as needed_by, e.route,
  coalesce((select list(t.ticket_id order by t.place) from fct_escalation_tickets as t where t.escalation_id = e.escalation_id), [])::json::varchar as tickets
from fct_escalations as e order by e.received_at`

const expected = cases.map(({ meant: { filling, tickets, needed_by }, at }) => ({
  received: String(at.getTime()),
  reason: filling.reason || 'unknown',
  impact: filling.impact || null,
  wanted: filling.wanted || null,
  needed_by,
  route: 'form',
  tickets: JSON.stringify(tickets),
}))

describe('what was filled in is what the night knows', () => {
  test.each(containers)(
    '%i fillings through %s',
    async (count, _, sources, inbox) => {
      const night = await goodNight({ config: configOf(sources), files: inbox() })
      expect(await night.query(told)).toEqual(expected.slice(0, count))
    },
    240_000,
  )

  test('though the words were hostile, and came by every way', () => {
    const words = cases.map(({ meant: { filling } }) => JSON.stringify(filling)).join('')
    for (const piece of [
      '-- escalation request 1',
      '-- end',
      'Tickets: INC9999992',
      '<script>',
      '\\u0000',
      'x'.repeat(4000),
    ])
      expect(words).toContain(piece)
    expect(new Set(cases.map(({ way }) => way.carrier)).size).toBe(3)
    expect(cases.filter(({ meant }) => meant.filling.no_ticket).length).toBeGreaterThan(100)
  })
})
