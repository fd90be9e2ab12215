/** What waits, made by hand for the operations site. */
import type { SetAsideFile, TicketLack, WaitingEscalation, WaitingTicket } from '../../data/contract.ts'
import type { Operations } from '../../site/release.ts'
import { formats } from './fixture-formats.ts'
import { escalation, late, ticket } from './fixture-waiting.ts'

export const nothingWaits = (asOf: string): Operations => ({
  waiting: {
    as_of: asOf,
    known_until: asOf,
    owners: 'named',
    ticket_url: null,
    left_out: 0,
    escalations: [],
    tickets: [],
  },
  setAside: { count: 0, groups: [] },
  formats,
})

const nobody = { has_owner: false, owner: null } as const
const neverHeard = { last_heard_at: null } as const

/** In the order in which they are published. */
const escalations = (asOf: string): WaitingEscalation[] => [
  escalation(asOf, 'ESC-0981', 3000, {
    ...nobody,
    ...neverHeard,
    unowned_because: 'never_named',
    impact: 'service_to_students',
    status: 'new',
    tickets: [
      { id: 'INC0300001', is_matched: true },
      { id: 'REQ0300002', is_matched: false },
    ],
    needed_by: '2026-11-18',
    lacks: [
      { what: 'acknowledgement', ...late(asOf, 620) },
      { what: 'owner', ...late(asOf, 620) },
      { what: 'update', ...late(asOf, 590) },
    ],
  }),
  escalation(asOf, 'M-4f20c1d9', 60, {
    ...neverHeard,
    has_owner: null,
    owner: null,
    assumed_owner: 'Kofi Merrow',
    team: null,
    service: null,
    priority: null,
    needed_by: '2026-11-20',
    lacks: [
      { what: 'acknowledgement', ...late(asOf, 9) },
      {
        what: 'log_entry',
        due_at: null,
        is_overdue: false,
        overdue_minutes: 0,
        overdue_business_minutes: 0,
        clock: 'business',
      },
    ],
  }),
  escalation(asOf, 'INC0300003#1', 5, {
    ...nobody,
    status: 'new',
    tickets: [{ id: 'INC0300003', is_matched: true }],
    needed_by: '2026-12-01',
    lacks: [
      { what: 'acknowledgement', ...late(asOf, -4) },
      { what: 'owner', ...late(asOf, -4) },
    ],
  }),
  escalation(asOf, 'ESC-1001', 300, { known_until: '2026-11-18T17:00:00.000Z', age_minutes: null }),
  escalation(asOf, 'ESC-1002', 40, { owner: 'Siân Dutton', team: 'Library & Student Systems' }),
]

const missed = (asOf: string, what: TicketLack['what'], hours: number): TicketLack => ({
  what,
  target: what === 'response' ? '15 min' : '1 business day',
  ...late(asOf, hours),
  ...(what === 'response' && { clock: 'elapsed' as const }),
})

const tickets = (asOf: string): WaitingTicket[] => [
  ticket(asOf, 'INC0300001', 400, [missed(asOf, 'resolution', 90)], {
    escalations: [
      { id: 'ESC-0981', is_open: true },
      { id: 'ESC-0455', is_open: false },
    ],
  }),
  ticket(asOf, 'INC0300004', 30, [missed(asOf, 'resolution', 6), missed(asOf, 'response', 5)], {
    ...nobody,
    level: 'P1',
    major_incident: 'INC0300000',
  }),
]

const setAside: SetAsideFile = {
  count: 7,
  groups: [
    {
      file: 'incident-log-2026-11-20.csv',
      source: 'incidents',
      reason: 'bad_date',
      count: 5,
      records: [14, 15, 16, 900].map((record) => ({
        record,
        column: record === 900 ? 'resolved_at' : 'opened_at',
      })),
    },
    {
      file: 'incident-log-2026-11-20.csv',
      source: 'incidents',
      reason: 'unknown_value',
      count: 2,
      records: [
        { record: 77, column: 'status' },
        { record: 231_004, column: null },
      ],
    },
  ],
}

export const waiting = (asOf: string): Operations => {
  const nothing = nothingWaits(asOf)
  return {
    ...nothing,
    waiting: {
      ...nothing.waiting,
      left_out: 2,
      ticket_url: 'https://tool.somewhere.example/ticket?number={id}',
      escalations: escalations(asOf),
      tickets: tickets(asOf),
    },
    setAside,
  }
}

const teams = ['Network Services', 'Service Desk', 'AV & Teaching Spaces', 'Research IT'] as const
const people = ['Ann Lee', 'Bob Ray', 'Cat Poe', 'Dev Marlowe', 'Elin Whitcombe', 'Farah Whitlock'] as const

/** The first are overdue for months, the last fifth for days. */
const lateHours = (at: number, count: number, most: number): number =>
  at < count * 0.8 ? most - at : 1 + (50 * (count - at)) / count

/** So many of each, one in four of the escalations lacking nothing; as after a long strike, or at a very large university. */
export const manyWait = (asOf: string, count: number): Operations => {
  const some = waiting(asOf)
  const lacking = Math.ceil(count * 0.75)
  const who = (at: number) => ({ team: teams[(at * 7) % 4] ?? null, owner: people[(at * 5) % 6] ?? null })
  return {
    ...some,
    waiting: {
      ...some.waiting,
      escalations: Array.from({ length: count }, (_, at) =>
        escalation(asOf, `ESC-${1000 + at}`, 9000 - at * 7, {
          ...who(at),
          tickets: [{ id: `INC0${310_000 + ((at * 7919) % 9973)}`, is_matched: true }],
          last_heard_at: null,
          lacks: at < lacking ? [{ what: 'update', ...late(asOf, lateHours(at, lacking, 2000)) }] : [],
        }),
      ),
      tickets: Array.from({ length: count }, (_, at) =>
        ticket(
          asOf,
          `INC0${310_000 + at * 13}`,
          9000 - at * 7,
          [missed(asOf, 'resolution', lateHours(at, count, 3000))],
          who(at),
        ),
      ),
    },
  }
}
