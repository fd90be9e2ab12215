import { expect, test } from 'vitest'
import type { Figure, MeasureFile, Point } from '../../../data/contract.ts'
import { escalationsSentences } from '../../../site/sentences/escalations.ts'
import { asOf } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { figure, series } from '../fixture-make.ts'
import { plain } from '../plain.ts'

const bare: MeasureFile = { ...acknowledged(asOf), figures: [], series: [], breakdowns: [] }
const week = (value: number | null): Point => ({
  from: '2026-10-12',
  to: '2026-10-18',
  value,
  n: 297,
  low: null,
  high: null,
  is_complete: true,
})
const rate = (value: number | null, ...figures: Figure[]): MeasureFile => ({
  ...bare,
  figures,
  series: [series('rate', 'ticket', 'per_100', 'week', [week(value)])],
})
const monthly: MeasureFile = { ...bare, series: [series('rate', 'ticket', 'per_100', 'month', [week(1.84)])] }
const reasons = (rows: [string, number | null][]): MeasureFile => ({
  ...bare,
  breakdowns: [
    {
      id: 'reasons',
      by: 'reason',
      item_kind: 'escalation',
      columns: [],
      rows: rows.map(([key, items]) => ({ key, label: key, n: items ?? 0, values: { items }, counts: {} })),
    },
  ],
})
const source = (answer: 'yes' | 'bounds' | 'no') => ({
  source: 'log',
  item_kind: 'escalation' as const,
  answer,
  missing: [],
})
const fromBelow = (measure: MeasureFile): MeasureFile => {
  const can_be_told = [source('bounds'), source('no')]
  const avoidable = { id: 'avoidable', label: '', good: 'low', is_weighted: false, can_be_told } as const
  return { ...measure, definition: { ...measure.definition, figures: [avoidable] } }
}
const settled = (measure: MeasureFile): MeasureFile => ({
  ...measure,
  definition: {
    ...measure.definition,
    how: ['Tickets that had one within 14 days (a setting) of their opening, of all.'],
  },
})
const unmatched = (value: number): MeasureFile => ({
  ...bare,
  figures: [figure('unmatched', 'escalation', 'items', value, { n: 445 })],
})
const year = (value: number | null): Figure => figure('rate_365_days', 'ticket', 'per_100', value)
const spared = (value: number | null): MeasureFile => ({
  ...bare,
  figures: [figure('avoidable_365_days', 'escalation', 'share', value, { n: 424 })],
})
const nothing = 'There is nothing to tell yet: no complete period holds enough items.'

test.each<[string, Record<string, MeasureFile>, string]>([
  ['nothing is measured', {}, nothing],
  ['nothing can be told', { 'escalation-rate': rate(null, year(3)), effort: spared(null) }, nothing],
  [
    'a rate',
    { 'escalation-rate': rate(1.684) },
    'Of the tickets of the week of 12 Oct 2026, 1.7 in 100 were escalated within a set time of their opening.',
  ],
  [
    'a rate, and of a year',
    { 'escalation-rate': rate(1.684, year(3.007)) },
    'Of the tickets of the week of 12 Oct 2026, 1.7 in 100 were escalated within a set time of their opening; over the last 365 days it was 3.0 in 100.',
  ],
  [
    'a rate with its time, in the words of the definition',
    { 'escalation-rate': settled(rate(1.684)) },
    'Of the tickets of the week of 12 Oct 2026, 1.7 in 100 were escalated within 14 days (a setting) of their opening.',
  ],
  [
    'escalations that name no known ticket',
    { 'escalation-rate': unmatched(71) },
    '71 of the 445 escalations of the last 365 days name no known ticket and cannot be counted in the rate.',
  ],
  [
    'escalations that all name one',
    { 'escalation-rate': unmatched(0) },
    'All of the 445 escalations of the last 365 days name a known ticket.',
  ],
  [
    'a rate by month',
    { 'escalation-rate': monthly },
    'Of the tickets of October 2026, 1.8 in 100 were escalated within a set time of their opening.',
  ],
  [
    'one reason is the most common of those given',
    {
      'escalation-rate': reasons([
        ['speed', 225],
        ['quality', 69],
        ['unknown', 900],
      ]),
    },
    'The most common reason is speed: 225 of the 294 escalations of the last 365 days that give one.',
  ],
  [
    'two are as common',
    {
      'escalation-rate': reasons([
        ['speed', 9],
        ['quality', 9],
        ['impact', null],
      ]),
    },
    'The most common reasons are speed and quality: 9 each of the 18 escalations of the last 365 days that give one.',
  ],
  [
    'four give a reason',
    {
      'escalation-rate': reasons([
        ['speed', 4],
        ['unknown', 90],
      ]),
    },
    nothing,
  ],
  [
    'work that might have been spared',
    { effort: spared(0.264) },
    '26 % of the 424 escalations that ended in the last 365 days were chased, repeated or sent elsewhere: work that a first answer, or the right door, might have spared.',
  ],
  [
    'work that might have been spared, where the sources tell only some of it',
    { effort: fromBelow(spared(0.264)) },
    'At least 26 % of the 424 escalations that ended in the last 365 days were chased, repeated or sent elsewhere: work that a first answer, or the right door, might have spared.',
  ],
])('%s', (_, measures, sentence) => {
  expect(plain(escalationsSentences(new Map(Object.entries(measures))).join(' '))).toBe(sentence)
})
