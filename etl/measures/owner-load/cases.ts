import { asOf, type GivenRow, type MeasureCase } from '../case.ts'
import { casesOfTeams } from './cases-of-teams.ts'
import { daysAgo, held, loads, ticket } from './given-load.ts'

const assumed = (item_id: string, to_at: string | null): GivenRow => ({
  item_kind: 'ticket',
  item_id,
  owner: 'Bob',
  from_at: daysAgo(3),
  to_at,
  is_assumed: true,
})
const figure = (id: string) => ({ part: 'figure', id, item_kind: 'ticket' }) as const
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
    name: 'what someone whose name was erased holds is owned',
    given: { fct_tickets: [...loads(1, 1, 1, 1, 1), ...held('(erased)', 50)] },
    about: figure('owned_now'),
    expect: [{ value: 55 }],
  },
  {
    name: 'and in no one’s load',
    given: { fct_tickets: [...loads(1, 1, 1, 1, 1), ...held('(erased)', 50)] },
    about: figure('largest'),
    expect: [{ value: 1, n: 5 }],
  },
  {
    name: 'but a part of all that is owned',
    given: { fct_tickets: [...loads(8, 2, 1, 1, 1), ...held('(erased)', 7)] },
    about: figure('top_share'),
    expect: [{ value: 11 / 20 }],
  },
  {
    name: 'where those who are named hold less than half of it, nobody is said to hold most',
    given: { fct_tickets: [...loads(1, 1, 1, 1, 1), ...held('(erased)', 50)] },
    about: figure('top_share'),
    expect: [],
  },
  {
    name: 'who was erased does not make a fifth person',
    given: { fct_tickets: [...loads(1, 1, 1, 1), ...held('(erased)', 50)] },
    about: { id: 'distribution' },
    expect: [],
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
  ...casesOfTeams,
]
