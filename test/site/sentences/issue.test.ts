import { expect, test } from 'vitest'
import type { Breakdown } from '../../../data/contract.ts'
import { callsOf, issueFacts, issueSentence, notCalled } from '../../../site/sentences/issue.ts'
import { plain } from '../plain.ts'

type Values = Breakdown['rows'][number]['values']
const row = (values: Values) => ({ key: 't-1', label: 'Wi-Fi drop', n: 300, values, counts: {} })
const risen = { trend: 'unusual', direction: 'up', called_on: '2026-09-25', recent: 53, before: 50 }

test.each<[string, Values, string]>([
  ['nothing', {}, 'Nothing is known of its last weeks.'],
  [
    'its recent tickets',
    { tickets_in_window: 12, tickets_before: 20 },
    '12 tickets in the last 14 days, 20 in the 42 days before.',
  ],
  [
    'its recent tickets, and none before',
    { tickets_in_window: 1, tickets_before: null },
    '1 ticket in the last 14 days.',
  ],
  [
    'no ticket lately',
    { trend: 'usual', recent: 0, before: 3 },
    'Within usual variation: no tickets in the last 28 days, 3 in the 84 days before.',
  ],
  [
    'too few',
    { trend: 'too_few', recent: 1, before: 3 },
    'Too few to tell: 1 ticket in the last 28 days, 3 in the 84 days before.',
  ],
  ['rising', risen, 'Rising since 25 Sept 2026: 53 tickets in the last 28 days, 50 in the 84 days before.'],
  [
    'rising for two windows',
    { ...risen, trend: 'sustained' },
    'Rising since 25 Sept 2026, two windows running: 53 tickets in the last 28 days, 50 in the 84 days before.',
  ],
  [
    'rising, without a last year',
    { ...risen, has_last_year: 'no' },
    'Rising since 25 Sept 2026: 53 tickets in the last 28 days, 50 in the 84 days before. There is no last year to compare with yet, so a season cannot be ruled out.',
  ],
  [
    'falling',
    { ...risen, direction: 'down' },
    'Falling since 25 Sept 2026: 53 tickets in the last 28 days, 50 in the 84 days before.',
  ],
  [
    'seasonal',
    { ...risen, trend: 'usual_for_season' },
    'Usual for the time of year: 53 tickets in the last 28 days, 50 in the 84 days before.',
  ],
  ['a trend without counts', { trend: 'usual' }, 'Within usual variation.'],
])('of an issue is known: %s', (_, values, sentence) => {
  expect(plain(issueSentence(row(values), 14))).toBe(sentence)
})

const noProblem =
  'Problem record: None that its tickets name. Someone has to open one for the cause to be looked for.'

test.each<[string, Values, string[]]>([
  ['nothing', {}, [noProblem]],
  [
    'everything',
    {
      tickets: 411,
      requesters: 384,
      gap_days: 2.6,
      escalated_share: 0.044,
      days_to_call: 1,
      first_seen: '2023-09-07',
      last_seen: '2026-11-20',
      services: 'Eduroam',
      problem: 'PRB1',
    },
    [
      'Tickets in all: 411',
      'Requesters: 384',
      'First and last seen: 7 Sept 2023 and 20 Nov 2026',
      'Services: Eduroam',
      'Usual time between two tickets: 3 days',
      'Escalated: 4 %',
      'From the first ticket to being called rising: 1 day',
      'Problem record: PRB1',
    ],
  ],
  [
    'some, with few requesters',
    { requesters: null, gap_days: 0.4, first_seen: '2023-09-07', last_seen: null },
    ['First and last seen: 7 Sept 2023', 'Usual time between two tickets: under a day', noProblem],
  ],
])('its facts: %s', (_, values, facts) => {
  expect(issueFacts(row(values)).map(({ term, words }) => plain(`${term}: ${words}`))).toEqual(facts)
})

test('its calls are told, and no other issue’s', () => {
  const call = (key: string, called_on: string | null, ended_on: string | null, direction: string) => ({
    key: `issue ${key} ${called_on}`,
    label: 'Wi-Fi drop',
    n: 0,
    values: { called_on, ended_on, direction },
    counts: {},
  })
  const rows = [
    call('t-1', '2026-11-14', null, 'up'),
    call('t-1', '2026-02-02', '2026-03-01', 'down'),
    call('t-1', null, null, 'up'),
    call('t-12', '2026-01-01', null, 'up'),
  ]
  const calls: Breakdown = { id: 'calls', by: 'call', item_kind: 'ticket', columns: [], rows }
  expect(callsOf(calls, 't-1').map(plain)).toEqual([
    'Rising since 14 Nov 2026.',
    'Falling from 2 Feb 2026 to 1 Mar 2026.',
  ])
  expect(callsOf(null, 't-1')).toEqual([])
})

test.each<[Values, string]>([
  [{ trend: 'usual' }, 'In the last year it was not called rising or falling.'],
  [
    { trend: 'too_few' },
    'In the last year it was not called rising or falling, and its tickets are too few to tell now.',
  ],
  [{ trend: null }, 'Whether it rises or falls cannot be told.'],
])('where it was called nothing, and %j: %s', (values, sentence) => {
  expect(notCalled(row(values))).toBe(sentence)
})
