import { asOf, type GivenRow, type MeasureCase } from '../case.ts'
import { daysAgo, ticket } from './given-load.ts'

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
const byTeam = (col: string) => ({ part: 'cell', id: 'by_team', col }) as const

/** Teams, what is overdue in them, and what arrives and leaves. */
export const casesOfTeams: readonly MeasureCase[] = [
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
