import { expect, test } from 'vitest'
import type { Figure, MeasureFile } from '../../../data/contract.ts'
import {
  emergencySentences,
  profileSentences,
  readySentences,
  sparedSentences,
  waySentence,
} from '../../../site/sentences/escalation-figures.ts'
import { asOf } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { figure } from '../fixture-make.ts'
import { plain } from '../plain.ts'

const bare: MeasureFile = { ...acknowledged(asOf), figures: [], series: [], breakdowns: [] }
const share = (id: string, value: number | null, n = 445): Figure =>
  figure(`${id}_365_days`, 'escalation', 'share', value, { n })
const measured = (id: string, ...figures: Figure[]) => new Map([[id, { ...bare, figures }]])

const outcomes = (rows: [string, number, number | null][]) => {
  const made = rows.map(([key, items, items_before]) => ({
    key,
    label: key,
    n: items,
    values: { items, items_before },
    counts: {},
  }))
  const breakdown = {
    id: 'outcomes',
    by: 'outcome',
    item_kind: 'escalation',
    columns: [],
    rows: made,
  } as const
  return new Map([['escalation-rate', { ...bare, breakdowns: [{ ...breakdown, columns: [] }] }]])
}

test.each<[string, Parameters<typeof outcomes>[0], string[]]>([
  ['nothing', [], []],
  ['four', [['accepted', 4, 2]], []],
  [
    'the year before too, without what is not recorded',
    [
      ['accepted', 366, 373],
      ['declined', 30, 23],
      ['unknown', 900, 900],
    ],
    [
      'The most common outcome is accepted: 366 of the 396 escalations of the last 365 days of which it is known; of the year before, 373 of 396.',
    ],
  ],
  [
    'no year before',
    [
      ['accepted', 366, null],
      ['declined', 30, null],
    ],
    [
      'The most common outcome is accepted: 366 of the 396 escalations of the last 365 days of which it is known.',
    ],
  ],
  [
    'two alike',
    [
      ['accepted', 30, 1],
      ['declined', 30, 2],
    ],
    [
      'The most common outcomes are accepted and declined: 30 each of the 60 escalations of the last 365 days of which it is known.',
    ],
  ],
])('what came of escalations: %s', (_, rows, sentences) => {
  expect(profileSentences(outcomes(rows)).map(plain)).toEqual(sentences)
})

test('whether there was a ticket first, each of its own items', () => {
  const quoted = [share('quoted', 0.888), share('matched', null), share('opened_before', 0.995, 374)] as const
  expect(readySentences(measured('ticket-quoted', ...quoted)).map(plain)).toEqual([
    '89 % of the 445 escalations of the last 365 days quote a ticket number.',
    'Over 99 % of the 374 escalations of the last 365 days whose ticket is known had it opened before.',
  ])
  expect(readySentences(measured('before-target', share('before', 0.25, 4))).map(plain)).toEqual([
    '1 of the 4 escalations of the last 365 days that are about speed and whose ticket has a target were raised before that target had passed.',
  ])
})

test('emergencies, and what could have been spared', () => {
  const said = [
    ...emergencySentences(measured('right-route', share('redirected_emergency', 0.023, 439))),
    ...sparedSentences(measured('effort', share('chased', 0.153, 424), share('repeated', 0.038))),
  ]
  expect(said.map(plain)).toEqual([
    '2 % of the 439 escalations of the last 365 days were redirected as emergencies.',
    '15 % of the 424 escalations that ended in the last 365 days were chased by the requester.',
    '4 % of the 445 escalations of the last 365 days repeat an earlier escalation.',
  ])
})

test('the most common way, of those of which it is known', () => {
  const named = (id: string, label: string) => ({ id, label, good: 'neutral', is_weighted: false }) as const
  const ways = [named('route_phone', 'came by phone'), named('route_mailbox', 'came through the mailbox')]
  const of = (n: number) => {
    const figures = [share('route_phone', 0.05, n), share('route_mailbox', 0.811, n)]
    return new Map([['right-route', { ...bare, figures, definition: { ...bare.definition, figures: ways } }]])
  }
  expect(plain(waySentence(of(445)))).toBe(
    'Most often they came through the mailbox: 81 % of the 445 escalations of the last 365 days of which the way is known.',
  )
  expect([waySentence(of(4)), waySentence(new Map())]).toEqual([null, null])
})
