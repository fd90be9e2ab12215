import { expect, test } from 'vitest'
import type { Breakdown, MeasureFile } from '../../../data/contract.ts'
import { decisionsOf } from '../../../site/brief/decisions.ts'
import { issueLines } from '../../../site/brief/issues.ts'
import { asOf, manifest } from '../fixture.ts'
import { improvements } from '../fixture-improvements.ts'
import { ownerLoad, recurring } from '../fixture-load.ts'
import { figure } from '../fixture-make.ts'
import { plain } from '../plain.ts'
import { boardRow } from '../rows.ts'

const byId = (...measures: MeasureFile[]): Map<string, MeasureFile> =>
  new Map(measures.map((measure) => [measure.id, measure]))

const issues = (...all: Breakdown['rows'][number]['values'][]): MeasureFile => {
  const measure = recurring(asOf)
  const breakdowns = measure.breakdowns.map((breakdown) => ({
    ...breakdown,
    rows: all.map((values, place) => ({
      key: `t-${place}`,
      label: `Issue ${place}`,
      n: 9,
      values,
      counts: {},
    })),
  }))
  return { ...measure, breakdowns }
}
const risen = {
  trend: 'sustained',
  direction: 'up',
  problem: null,
  recent: 9,
  before: 3,
  called_on: '2026-10-04',
}
const load = (people: number, top: number, held: number): MeasureFile => ({
  ...ownerLoad(asOf),
  figures: [
    figure('people', 'ticket', 'people', people),
    figure('top_people', 'ticket', 'people', top),
    figure('top_share', 'ticket', 'share', held),
  ],
})
const changed = (values: Record<string, string>): MeasureFile => {
  const measure = improvements(asOf)
  const breakdowns = measure.breakdowns
    .filter(({ id }) => id === 'changes')
    .map((one) => ({
      ...one,
      rows: one.rows.slice(0, 1).map((row) => ({ ...row, values: { ...row.values, ...values } })),
    }))
  return { ...measure, breakdowns }
}
const noEffect = { verdict: 'no_clear_change', day: '2026-02-16', kind: 'improvement' }
const risingRule = 'Rising for two windows, and no problem record: “Issue 0”.'

test.each<[string, Parameters<typeof decisionsOf>[0], MeasureFile[], string[]]>([
  [
    'a promise that slipped',
    [boardRow('A', 'slipped')],
    [],
    ['A promise slipped: A. Who finds out why, and by when?'],
  ],
  [
    'a sign of worse',
    [boardRow('A', 'unusual')],
    [],
    ['A sign of worse: A. Who finds out why, and by when?'],
  ],
  ['nothing that is better', [boardRow('A', 'unusual', null, { isWorse: false })], [], []],
  [
    'nothing that is lower where neither way is better',
    [boardRow('A', 'unusual', null, { isJudged: false, mark: '▼' })],
    [],
    [],
  ],
  [
    'an issue that rises for long',
    [],
    [issues(risen)],
    [`${risingRule} 9 tickets in 28 days, after 3 in the 84 before. Who opens a problem record?`],
  ],
  [
    'an issue whose counts are not known',
    [],
    [issues({ ...risen, recent: null })],
    [`${risingRule} Who opens a problem record?`],
  ],
  ['no issue with a problem record', [], [issues({ ...risen, problem: 'PRB1' })], []],
  ['no issue where problem records are not known', [], [issues({ trend: 'sustained', direction: 'up' })], []],
  [
    'no issue that has just begun to rise, or falls',
    [],
    [issues({ ...risen, trend: 'unusual' }, { ...risen, direction: 'down' })],
    [],
  ],
  [
    'a change without clear effect',
    [],
    [changed(noEffect)],
    [
      'A change without clear effect: New print servers, 16 Feb 2026. No clear change. Keep it, change it, or stop?',
    ],
  ],
  [
    'an improvement that went wrong',
    [],
    [changed({ ...noEffect, verdict: 'more' })],
    [
      'An improvement that went the wrong way: New print servers, 16 Feb 2026. More since. Keep it, change it, or stop?',
    ],
  ],
  [
    'no policy after which more came, which may be what was wanted',
    [],
    [changed({ ...noEffect, verdict: 'more', kind: 'policy' })],
    [],
  ],
  ['no change of long ago', [], [changed({ ...noEffect, day: '2025-11-01' })], []],
  ['no incident', [], [changed({ ...noEffect, kind: 'incident' })], []],
  ['no change that worked', [], [changed({ ...noEffect, verdict: 'fewer' })], []],
  [
    'one who holds over half',
    [],
    [load(9, 1, 0.6)],
    [
      'Three people or fewer hold over half: Open tickets. 1 of 9 people holds 60 % of them. Who takes some over?',
    ],
  ],
  ['not four who do', [], [load(14, 4, 0.6)], []],
  ['not three of five, who do so if all hold the same', [], [load(5, 3, 0.6)], []],
  ['not three who hold just half', [], [load(14, 3, 0.5)], []],
])('what needs a decision: %s', (_, rows, measures, told) => {
  const decisions = decisionsOf(rows, byId(...measures), manifest)
  expect(decisions.map(({ rule, subject, text }) => plain(`${rule}: ${subject}. ${text}`))).toEqual(told)
})

test('of many rising issues four are named and the others counted', () => {
  const lines = (count: number, values = risen): string[] =>
    issueLines(byId(issues(...Array.from({ length: count }, () => values))), 'up', 'rising')
  expect(lines(6)).toHaveLength(5)
  expect(plain(lines(6)[4] ?? null)).toBe('2 more issues are rising.')
  expect(plain(lines(5)[4] ?? null)).toBe('1 more issue is rising.')
})

test.each([
  [
    'since when',
    risen,
    '“Issue 0” has been rising since 4 Oct 2026: 9 tickets in 28 days, after 3 in the 84 before.',
  ],
  [
    'nobody knows since when',
    { ...risen, called_on: null },
    '“Issue 0” is rising: 9 tickets in 28 days, after 3 in the 84 before.',
  ],
  ['nobody knows how much', { ...risen, before: null }, '“Issue 0” has been rising since 4 Oct 2026.'],
])('an issue rises: %s', (_, values, line) => {
  expect(issueLines(byId(issues(values)), 'up', 'rising').map(plain)).toEqual([line])
})
