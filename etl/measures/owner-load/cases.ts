import { asOf, type GivenRow, type MeasureCase } from '../case.ts'

const minutesInDay = 1440
const daysAgo = (days: number): string =>
  new Date(Date.parse(asOf) - days * minutesInDay * 60_000).toISOString()

let count = 0
const ticket = (own: GivenRow): GivenRow => ({
  ticket_id: `T${count++}`,
  is_open: true,
  known_until: asOf,
  opened_at: daysAgo(1),
  ...own,
})
/** So many open tickets of one owner. */
const held = (owner: string | null, items: number, own: GivenRow = {}): GivenRow[] =>
  Array.from({ length: items }, () => ticket({ owner, ...own }))
const loads = (...items: readonly number[]): GivenRow[] =>
  items.flatMap((one, index) => held(`Person ${index}`, one))
/** Tickets of a team, each with an owner of its own, and what its figures stand under. */
const team = (name: string, people: number, shown_as = name) => ({
  tickets: Array.from({ length: people }, (_, index) => ticket({ team: name, owner: `${name} ${index}` })),
  row: { team: name, people, shown_as },
})
const [large, small, tiny] = [
  team('Network', 5),
  team('AV', 4, 'Small teams'),
  team('Labs', 1, 'Small teams'),
]
const teams = {
  fct_tickets: [...large.tickets, ...small.tickets, ...tiny.tickets],
  dim_teams: [large.row, small.row, tiny.row],
}

const assumed = (item_id: string, to_at: string | null): GivenRow => ({
  item_kind: 'ticket',
  item_id,
  owner: 'Bob',
  from_at: daysAgo(3),
  to_at,
  is_assumed: true,
})
const target = (ticket_id: string, state: string, measure = 'resolution'): GivenRow => ({
  ticket_id,
  measure,
  state,
  due_at: state === 'no_target' ? null : daysAgo(2),
})
const flow = (day: string, own: GivenRow): GivenRow => ({
  day,
  item_kind: 'ticket',
  team: 'Network',
  arrived: 0,
  reopened: 0,
  transferred_in: 0,
  transferred_out: 0,
  closed: 0,
  open_at_end: 0,
  ...own,
})
const figure = (id: string) => ({ part: 'figure', id, item_kind: 'ticket' }) as const
const byTeam = (col: string) => ({ part: 'cell', id: 'by_team', col }) as const

export const cases: readonly MeasureCase[] = [
  {
    name: 'open now counts what is open, owned or not',
    given: { fct_tickets: [...loads(1), ...held(null, 2), ticket({ owner: 'Ann', is_open: false })] },
    about: { part: 'figure' },
    expect: [
      { id: 'assumed_now', value: 0, n: 3 },
      { id: 'open_now', value: 3, n: 3 },
      { id: 'owned_now', value: 1, n: 3 },
      { id: 'unowned_now', value: 2, n: 3 },
    ],
  },
  {
    name: 'who is merely taken for the owner, now and with no other, is told apart from the load',
    given: {
      fct_tickets: [
        ...['a', 'b', 'c', 'd'].map((ticket_id) => ticket({ ticket_id })),
        ticket({ ticket_id: 'e', owner: 'Ann' }),
        ticket({ ticket_id: 'f', is_open: false }),
      ],
      fct_ownership: [
        assumed('a', null),
        assumed('b', daysAgo(1)),
        { ...assumed('c', null), is_assumed: false },
        { ...assumed('d', null), item_kind: 'escalation' },
        assumed('e', null),
        assumed('f', null),
      ],
    },
    about: figure('assumed_now'),
    expect: [{ value: 1, n: 5, unit: 'items' }],
  },
  {
    name: 'and counts in no one’s load',
    given: { fct_tickets: [ticket({ ticket_id: 'a' })], fct_ownership: [assumed('a', null)] },
    about: figure('unowned_now'),
    expect: [{ value: 1 }],
  },
  {
    name: 'the headline is that of tickets where there are tickets',
    given: {
      fct_tickets: loads(2),
      fct_escalations: [{ escalation_id: 'E1', is_open: true, known_until: asOf, received_at: asOf }],
    },
    about: { part: 'headline' },
    expect: [{ id: 'open_now', item_kind: 'ticket', value: 2 }],
  },
  {
    name: 'of four people there is no distribution and no index',
    given: { fct_tickets: loads(1, 1, 1, 9) },
    about: { unit: 'index' },
    expect: [],
  },
  {
    name: 'of four people no one’s load can be read',
    given: { fct_tickets: loads(1, 1, 1, 9) },
    about: { id: 'distribution' },
    expect: [],
  },
  {
    name: 'of five people: the index over those with an open item',
    given: { fct_tickets: [...loads(1, 1, 1, 1, 4), ticket({ owner: 'Idle', is_open: false })] },
    about: figure('gini'),
    expect: [{ value: 0.3, n: 8, unit: 'index' }],
  },
  {
    name: 'the fewest people who hold more than half',
    given: { fct_tickets: loads(1, 1, 1, 1, 4) },
    about: figure('top_people'),
    expect: [{ value: 2, unit: 'people' }],
  },
  {
    name: 'and what they hold',
    given: { fct_tickets: loads(1, 1, 1, 1, 4) },
    about: figure('top_share'),
    expect: [{ value: 0.625, unit: 'share' }],
  },
  {
    name: 'unowned items are in no one’s load',
    given: { fct_tickets: [...loads(1, 1, 1, 1, 1), ...held(null, 50)] },
    about: figure('largest'),
    expect: [{ value: 1, n: 5 }],
  },
  {
    name: 'people by how much they hold, in bands',
    given: { fct_tickets: loads(1, 1, 2, 5, 6, 41) },
    about: { part: 'cell', id: 'distribution', col: 'people' },
    expect: [
      { key: '1 item', value: 2 },
      { key: '2 to 5', value: 2 },
      { key: '6 to 10', value: 1 },
      { key: '11 to 20', value: 0 },
      { key: '21 to 40', value: 0 },
      { key: 'more than 40', value: 1 },
    ],
  },
  {
    name: 'by age, each item in one band, from its first day on',
    given: { fct_tickets: [0.5, 1, 6.9, 7, 28, 91, 400].map((days) => ticket({ opened_at: daysAgo(days) })) },
    about: { part: 'cell', id: 'by_age', item_kind: 'ticket' },
    expect: [
      { key: 'under 1 day', value: 1 },
      { key: '1 to 7 days', value: 2 },
      { key: '7 to 28 days', value: 1 },
      { key: '28 to 91 days', value: 1 },
      { key: 'over 91 days', value: 2 },
    ],
  },
  {
    name: 'teams under five people stand together',
    given: teams,
    about: byTeam('open_now'),
    expect: [
      { key: 'Network', value: 5 },
      { key: 'Small teams', value: 5 },
    ],
  },
  {
    name: 'items without a team stand apart',
    given: { fct_tickets: [ticket({})] },
    about: byTeam('unowned_now'),
    expect: [{ key: '', value: 1 }],
  },
  {
    name: 'a team’s arrivals and departures are those of 28 days, transfers among them',
    given: {
      ...teams,
      fct_backlog: [
        flow('2026-03-03', { arrived: 100, closed: 100 }),
        flow('2026-03-04', { arrived: 3, reopened: 1, transferred_in: 2, transferred_out: 1, closed: 1 }),
        flow('2026-03-31', { arrived: 1 }),
      ],
    },
    about: { ...byTeam('arrived_28_days'), key: 'Network' },
    expect: [{ value: 7 }],
  },
  {
    name: 'and transfers stand by themselves too',
    given: {
      ...teams,
      fct_backlog: [
        flow('2026-03-04', { transferred_in: 2, transferred_out: 1 }),
        flow('2026-03-31', { transferred_in: 1, team: 'AV' }),
        flow('2026-03-31', { transferred_in: 3, transferred_out: 1 }),
      ],
    },
    about: { part: 'cell', id: 'by_team', key: 'Network', unit: 'items' },
    expect: [
      { col: 'arrived_28_days', value: 5 },
      { col: 'departed_28_days', value: 2 },
      { col: 'older_than_28_days', value: 0 },
      { col: 'older_than_7_days', value: 0 },
      { col: 'open_now', value: 5 },
      { col: 'overdue', value: null },
      { col: 'transferred_in_28_days', value: 5 },
      { col: 'transferred_out_28_days', value: 2 },
      { col: 'unowned_now', value: 0 },
    ],
  },
  {
    name: 'overdue is what is open after its resolution target, not after that of response',
    given: {
      fct_tickets: ['a', 'b', 'c', 'd'].map((ticket_id) => ticket({ ticket_id })),
      fct_attainment: [
        target('a', 'open_breached'),
        target('a', 'open_breached', 'response'),
        target('b', 'open_breached', 'response'),
        target('c', 'open_in_time'),
      ],
    },
    about: byTeam('overdue'),
    expect: [{ key: '', value: 1, n: 4 }],
  },
  {
    name: 'none is overdue by a target that there is not, and no escalation is',
    given: {
      fct_tickets: [ticket({ ticket_id: 'a' })],
      fct_escalations: [{ escalation_id: 'E1', is_open: true, known_until: asOf, received_at: asOf }],
      fct_attainment: [target('a', 'no_target')],
    },
    about: byTeam('overdue'),
    expect: [{ item_kind: 'ticket', value: null }],
  },
  {
    name: 'weeks add up over teams and days, and end with what is open',
    given: {
      fct_tickets: [ticket({})],
      fct_backlog: [
        flow('2026-03-23', { arrived: 5, open_at_end: 5 }),
        flow('2026-03-29', { closed: 2, open_at_end: 3 }),
        flow('2026-03-23', { team: 'AV', reopened: 1, transferred_out: 1, open_at_end: 9 }),
        flow('2026-03-29', { team: 'AV', open_at_end: 4 }),
      ],
    },
    about: { part: 'point' },
    expect: [
      { id: 'arrived', value: 6, from_day: '2026-03-23', to_day: '2026-03-29', is_complete: true },
      { id: 'departed', value: 2 },
      { id: 'open_at_end', value: 7 },
    ],
  },
  {
    name: 'the week that runs is not complete',
    given: { fct_tickets: [ticket({})], fct_backlog: [flow('2026-03-30', { arrived: 1, open_at_end: 1 })] },
    about: { part: 'point', id: 'arrived' },
    expect: [{ is_complete: false, to_day: '2026-04-05' }],
  },
]
