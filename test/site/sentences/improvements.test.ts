import { describe, expect, test } from 'vitest'
import type { Breakdown, MeasureFile } from '../../../data/contract.ts'
import {
  actionSentence,
  changeSentence,
  decidedWords,
  improvementsSentence,
} from '../../../site/sentences/improvements.ts'
import {
  type Action,
  actionsOf,
  type Change,
  changesOf,
  type Verdict,
} from '../../../site/sentences/recorded.ts'
import { asOf, manifest } from '../fixture.ts'
import { improvements } from '../fixture-improvements.ts'
import { plain } from '../plain.ts'

const change = (verdict: Verdict, more: Partial<Change> = {}): Change => ({
  key: '1',
  title: 'Clean-up tool',
  day: '2026-02-16',
  kind: 'improvement',
  affects: 'category Hardware',
  verdict,
  ratio: { value: 1.164, low: 0.865, high: 1.567 },
  before: { count: 82, all: 2_919 },
  after: { count: 91, all: 2_783 },
  ...more,
})
const action = (verdict: Verdict, more: Partial<Action> = {}): Action => ({
  key: '1',
  title: 'A second reader',
  decided_on: '2026-05-29',
  promise: 'acknowledged',
  expected: 'Sooner',
  review_on: '2026-09-30',
  is_due: false,
  verdict,
  share_before: 0.653,
  share_after: 0.679,
  difference: { low: -0.131, high: 0.171 },
  ...more,
})
const notOver = 'The weeks after it are not over yet, or what came in them is not settled.'
const counts = '82 of 2,919 tickets before, 91 of 2,783 after'
const rate = `${counts}: 1.16 times the rate before, likely between 0.86 and 1.57`

test.each<[string, Change, string]>([
  ['fewer since', change('fewer'), `${rate}; chance alone seldom does that.`],
  ['more since', change('more'), `${rate}; chance alone seldom does that.`],
  ['no clear change', change('no_clear_change'), `${rate}; chance alone could do as much.`],
  [
    'a rate that is many times the other',
    change('more', { ratio: { value: 12.4, low: 10.2, high: 31 } }),
    `${counts}: 12 times the rate before, likely between 10 and 31; chance alone seldom does that.`,
  ],
  ['no rate to divide by', change('more', { ratio: null }), `${counts}.`],
  ['no counts', change('more', { before: null }), 'How many such tickets came is not known.'],
  ['too few', change('too_few'), 'Fewer than ten such tickets came before and after together.'],
  ['too early', change('too_early'), notOver],
  [
    'nobody said what it affects',
    change('not_told', { affects: null }),
    'It is not said which tickets it should show in.',
  ],
  ['records that begin too late', change('not_told'), 'The records do not reach back far enough before it.'],
])('a change: %s', (_, given, sentence) => {
  expect(plain(changeSentence(given))).toBe(sentence)
})

const promised = '“We will acknowledge … all escalation requests”: 65 % before, 68 % after'
const likely = 'a change between −13 points and +17 points is likely'

test.each<[string, Action, string]>([
  ['better', action('better'), `${promised}; ${likely}; chance alone seldom does that.`],
  ['worse', action('worse'), `${promised}; ${likely}; chance alone seldom does that.`],
  ['no clear change', action('no_clear_change'), `${promised}; ${likely}; chance alone could do as much.`],
  ['neutral', action('neutral'), `${promised}; ${likely}; neither way is better in itself.`],
  [
    'a promise that has no words',
    action('better', { promise: 'gone' }),
    `65 % before, 68 % after; ${likely}; chance alone seldom does that.`,
  ],
  ['no range', action('better', { difference: null }), `${promised}; chance alone seldom does that.`],
  ['no shares', action('better', { share_before: null }), 'Its shares before and after are not known.'],
  ['too few', action('too_few'), 'There were fewer than ten items before it, or after it.'],
  ['too early, whatever is known so far', action('too_early'), notOver],
  ['not told', action('not_told'), 'Its promise has no share before and after to compare.'],
])('an action: %s', (_, given, sentence) => {
  expect(plain(actionSentence(given, manifest))).toBe(sentence)
})

test.each<[string, Change[], Action[], string]>([
  [
    'nothing',
    [],
    [],
    'No change and no decision is recorded yet. They are written into changes.yaml, and their effect shows here.',
  ],
  [
    'an incident alone',
    [change('more', { kind: 'incident' })],
    [],
    'No change and no decision is recorded yet. They are written into changes.yaml, and their effect shows here.',
  ],
  ['one that worked', [change('fewer')], [], 'The one change or decision on record worked.'],
  [
    'one that is too early',
    [],
    [action('too_early')],
    'The one change or decision on record cannot be judged yet.',
  ],
  [
    'one of each',
    [change('fewer'), change('no_clear_change'), change('more'), change('not_told')],
    [action('better'), action('too_few')],
    'Of 6 changes and decisions, 2 worked, 1 made no clear difference, 1 went the wrong way, 1 cannot be judged yet and 1 cannot be judged.',
  ],
  [
    'a policy after which more came',
    [change('more', { kind: 'policy' })],
    [action('worse')],
    'Of 2 changes and decisions, 1 went the wrong way and 1 was a policy after which more such tickets came.',
  ],
  [
    'none that can be judged',
    [change('not_told')],
    [action('neutral')],
    'Of 2 changes and decisions, 2 cannot be judged.',
  ],
])('all together: %s', (_, changes, actions, sentence) => {
  expect(improvementsSentence(changes, actions)).toBe(sentence)
})

test.each<[string | null, string]>([
  ['2026-09-30', 'decided 29 May 2026, review on 30 Sept 2026'],
  [null, 'decided 29 May 2026'],
])('a decision with its review on %s', (review_on, words) => {
  expect(plain(decidedWords(action('better', { review_on })))).toBe(words)
})

describe('what the release records', () => {
  const withValues = (values: Breakdown['rows'][number]['values']): MeasureFile => {
    const measure = improvements(asOf)
    const breakdowns = measure.breakdowns.map((breakdown) => ({
      ...breakdown,
      rows: breakdown.rows.map((row) => ({ ...row, values: { ...row.values, ...values } })),
    }))
    return { ...measure, breakdowns }
  }

  test('the newest stands first', () => {
    expect(changesOf(improvements(asOf)).map(({ day }) => day)).toEqual([
      '2026-11-02',
      '2026-02-16',
      '2025-02-24',
    ])
    expect(actionsOf(improvements(asOf)).map(({ is_due }) => is_due)).toEqual([false, true])
  })

  test('what has no day is left out, and an unknown verdict tells nothing', () => {
    expect(changesOf(withValues({ day: null }))).toEqual([])
    expect(actionsOf(withValues({ decided_on: null }))).toEqual([])
    expect(changesOf(withValues({ verdict: 'splendid' })).map(({ verdict }) => verdict)).toEqual([
      'not_told',
      'not_told',
      'not_told',
    ])
  })
})
