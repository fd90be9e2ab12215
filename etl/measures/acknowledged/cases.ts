import { asOf, type GivenRow, type MeasureCase } from '../case.ts'

let count = 0
const common = (own: GivenRow): GivenRow => ({
  is_open: true,
  known_until: asOf,
  flags: [],
  status: 'in_progress',
  ...own,
})
const ticket = (own: GivenRow): GivenRow => common({ ticket_id: `T${count++}`, ...own })
const escalation = (received_at: string, acknowledged_at: string | null, own: GivenRow = {}): GivenRow =>
  common({ escalation_id: `E${count++}`, received_at, acknowledged_at, outcome: 'unknown', ...own })

/** Tickets by the minutes after which they were acknowledged; negative: they still wait, since so many minutes. */
const timed = (...minutes: readonly number[]): GivenRow[] =>
  minutes.map((one) =>
    ticket({
      opened_at: '2026-03-24T10:00:00Z',
      acknowledged_at: one < 0 ? null : '2026-03-24T12:00:00Z',
      acknowledge_minutes: one < 0 ? null : one,
      age_minutes: Math.abs(one),
    }),
  )

// Monday to Wednesday in February: in time, just in time, a minute late
const february = [
  escalation('2026-02-02T10:00:00Z', '2026-02-02T11:00:00Z'),
  escalation('2026-02-03T10:00:00Z', '2026-02-04T10:00:00Z'),
  escalation('2026-02-04T10:00:00Z', '2026-02-05T10:01:00Z'),
]
const waiting = [
  ticket({ opened_at: '2026-03-30T10:00:00Z', age_minutes: 1500, age_business_minutes: 540 }),
  ticket({ opened_at: '2026-03-31T10:00:00Z', age_minutes: 60, age_business_minutes: 60 }),
  ticket({ opened_at: '2026-03-24T10:00:00Z', age_minutes: 9000, is_open: false }),
  ...timed(5),
]
const within = { part: 'figure', id: 'within' } as const
const median = { part: 'figure', id: 'median', clock: 'elapsed' } as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'two of three within a business day',
    given: { fct_escalations: february },
    about: within,
    expect: [
      { item_kind: 'escalation', value: 2 / 3, n: 3, low: 0.20766, high: 0.938508, from_day: '2026-02-01', to_day: '2026-02-28' }, // biome-ignore format: one row
    ],
  },
  {
    name: 'what still waits counts as not acknowledged',
    given: { fct_escalations: [...february, escalation('2026-02-05T10:00:00Z', null)] },
    about: within,
    expect: [{ value: 0.5, n: 4 }],
  },
  {
    name: 'withdrawn and duplicates leave the share',
    given: {
      fct_escalations: [
        ...february,
        escalation('2026-02-05T10:00:00Z', null, { outcome: 'withdrawn' }),
        escalation('2026-02-05T10:00:00Z', null, { outcome: 'duplicate' }),
      ],
    },
    about: within,
    expect: [{ value: 2 / 3, n: 3 }],
  },
  {
    name: 'and are counted beside it',
    given: {
      fct_escalations: [...february, escalation('2026-02-05T10:00:00Z', null, { outcome: 'withdrawn' })],
    },
    about: { part: 'figure', id: 'left_out' },
    expect: [{ value: 1, n: 4 }],
  },
  {
    name: 'declined is not gone',
    given: {
      fct_escalations: [...february, escalation('2026-02-05T10:00:00Z', null, { outcome: 'declined' })],
    },
    about: within,
    expect: [{ n: 4 }],
  },
  {
    name: 'a month that is not over is not complete, whatever was in time',
    given: { fct_escalations: [...february, escalation('2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z')] },
    about: { part: 'point', item_kind: 'escalation' },
    expect: [
      { from_day: '2026-02-01', is_complete: true, n: 3 },
      { from_day: '2026-03-01', to_day: '2026-03-31', is_complete: false, n: 1, value: 1 },
    ],
  },
  {
    name: 'a week whose last ticket is not due yet is not complete, though it is over',
    given: {
      fct_tickets: [
        ticket({ opened_at: '2026-03-27T16:00:00Z', known_until: '2026-03-30T10:00:00Z' }),
        ticket({ opened_at: '2026-03-18T10:00:00Z', known_until: '2026-03-30T10:00:00Z' }),
      ],
    },
    about: { part: 'point' },
    expect: [
      { from_day: '2026-03-16', is_complete: true },
      { from_day: '2026-03-23', is_complete: false },
      { from_day: '2026-03-30', is_complete: false, n: 0, value: null },
    ],
  },
  {
    name: 'a week without any ticket has no share',
    given: { fct_tickets: [...timed(5), ticket({ opened_at: '2026-03-10T10:00:00Z' })] },
    about: { part: 'point', n: 0 },
    expect: [
      { from_day: '2026-03-16', value: null, low: null, high: null, is_complete: true },
      { from_day: '2026-03-30', value: null },
    ],
  },
  {
    name: 'the headline is that of escalations',
    given: { fct_escalations: february, fct_tickets: timed(5) },
    about: { part: 'headline' },
    expect: [{ item_kind: 'escalation', n: 3 }],
  },
  {
    name: 'the headline is that of tickets where no escalation can be told yet',
    given: { fct_escalations: [escalation('2026-03-30T10:00:00Z', null)], fct_tickets: timed(5) },
    about: { part: 'headline' },
    expect: [{ item_kind: 'ticket', n: 1, value: 1 }],
  },
  {
    name: 'the median counts those who wait, with the time they have waited',
    given: { fct_tickets: timed(10, -15, 30, -40) },
    about: median,
    expect: [{ value: 30, n: 4, is_at_least: false }],
  },
  {
    name: 'a median that was never reached is longer than the longest time seen',
    given: { fct_tickets: timed(10, -100, -200) },
    about: median,
    expect: [{ value: 200, is_at_least: true }],
  },
  {
    name: 'a cancelled ticket is in no median',
    given: {
      fct_tickets: [...timed(10), ...timed(500, 500).map((one) => ({ ...one, status: 'cancelled' }))],
    },
    about: median,
    expect: [{ value: 10, n: 1 }],
  },
  {
    name: 'a ticket known by its day alone is in the share and in no median',
    given: { fct_tickets: [...timed(10), ticket({ opened_at: '2026-03-24T23:59:59Z', acknowledged_at: '2026-03-24T23:59:59Z', flags: ['date_only'] })] }, // biome-ignore format: one world
    about: { part: 'figure', item_kind: 'ticket', n: 1 },
    expect: [{ id: 'median', value: 10 }],
  },
  {
    name: 'what is older than a year is in no median',
    given: {
      fct_tickets: [
        ...timed(10),
        ...timed(900).map((one) => ({ ...one, opened_at: '2025-03-31T10:00:00Z' })),
      ],
    },
    about: median,
    expect: [{ value: 10, n: 1 }],
  },
  {
    name: 'of 49 there is no 90th percentile',
    given: { fct_tickets: timed(...Array<number>(49).fill(5)) },
    about: { id: 'p90' },
    expect: [],
  },
  {
    name: 'of 50 there is',
    given: { fct_tickets: timed(...Array.from({ length: 50 }, (_, index) => index + 1)) },
    about: { id: 'p90', clock: 'elapsed' },
    expect: [{ value: 45, n: 50, is_at_least: false }],
  },
  {
    name: 'who waits now is open and not acknowledged',
    given: { fct_tickets: waiting },
    about: { part: 'figure', id: 'waiting_now' },
    expect: [{ value: 2, n: 2, unit: 'items' }],
  },
  {
    name: 'the oldest wait on both clocks is that of one who still waits',
    given: { fct_tickets: waiting },
    about: { part: 'figure', id: 'oldest_wait' },
    expect: [
      { clock: 'business', value: 540 },
      { clock: 'elapsed', value: 1500 },
    ],
  },
  {
    name: 'by service: those due, those in time, and no median of four',
    given: {
      fct_tickets: [
        ...timed(5, 5, 5, 5, 7).map((one) => ({ ...one, service: 'Mail' })),
        ...timed(5, 5, 5, 5),
        ticket({ opened_at: '2026-03-31T10:00:00Z', service: 'Mail' }),
      ],
    },
    about: { part: 'cell', id: 'by_service', clock: null },
    expect: [
      { key: 'Mail', col: 'items', value: 6 },
      { key: 'Mail', col: 'waiting_now', value: 1 },
      { key: 'Mail', col: 'within', value: 1 },
      { key: '', col: 'items', value: 4 },
      { key: '', col: 'waiting_now', value: 0 },
      { key: '', col: 'within', value: 1 },
    ],
  },
  {
    name: 'the median by service, from five on',
    given: {
      fct_tickets: [
        ...timed(1, 2, 3, 4, 5).map((one) => ({ ...one, service: 'Mail' })),
        ...timed(1, 2, 3, 4),
      ],
    },
    about: { id: 'by_service', col: 'median' },
    expect: [
      { key: 'Mail', value: 3 },
      { key: '', value: null },
    ],
  },
  {
    name: 'the curve says what share is done by when',
    given: { fct_tickets: timed(10, 20, 20, -30) },
    about: { part: 'step', clock: 'elapsed' },
    expect: [
      { minutes: 10, value: 0.25 },
      { minutes: 20, value: 0.75 },
    ],
  },
]
