import { describe, expect, test } from 'vitest'
import type { Chart } from '../../../data/contract.ts'
import { assurance } from '../../../site/sentences/assurance.ts'
import { judge, standing } from '../../../site/sentences/standing.ts'
import { month, of } from '../charted.ts'
import { plain } from '../plain.ts'

const marked = (
  rule: NonNullable<Chart['rule']>,
  side: 'up' | 'down',
  variation: Chart['variation'],
): Partial<Chart> => ({ variation, rule, signals: [{ from: month.from, rule, side }] })
const near = (side: 'up' | 'down', variation: Chart['variation']) => marked('two_of_three', side, variation)
const past = (side: 'up' | 'down', variation: Chart['variation']) => marked('beyond_limit', side, variation)

describe('whether the aim can be relied on', () => {
  const aim = { value: 0.8, set_by: 'the board' }
  test.each<[string, Partial<Chart> | null, 'high' | 'low' | 'neutral', string | null]>([
    ['no chart', null, 'high', null],
    ['no aim', { aim: null }, 'high', null],
    [
      'met',
      { aim, assurance: 'reliably_met' },
      'high',
      'The aim, at least 80 % (set by the board), is met in every month that goes as usual.',
    ],
    [
      'missed, low is good',
      { aim, assurance: 'reliably_missed' },
      'low',
      'The aim, at most 80 % (set by the board), is out of reach in any month that goes as usual: something has to change for it to be met.',
    ],
    [
      'now and then',
      { aim, assurance: 'hit_or_miss' },
      'high',
      'The aim, at least 80 % (set by the board), is met in some months and missed in others, as chance has it.',
    ],
    [
      'too early',
      { aim, assurance: 'not_yet' },
      'high',
      'The aim, at least 80 % (set by the board), cannot be judged yet.',
    ],
    [
      'too rare',
      { aim, assurance: null, method: 'comparison' },
      'high',
      'The aim, at least 80 % (set by the board), is not judged, as there are too few on one side of it.',
    ],
    [
      'neither way is better',
      { aim, assurance: null },
      'neutral',
      'The aim, 80 % (set by the board), is not judged, as neither way is better.',
    ],
  ])('%s', (_, chart, good, sentence) => {
    expect(plain(assurance(of(month, chart), good))).toBe(sentence)
  })
})

test.each<[string, Partial<Chart> | null, string]>([
  ['no chart', null, '– Not judged'],
  ['no complete period', { latest: null }, '○ Nothing to tell yet'],
  ['slipped', { variation: 'concerning', slipped: 'two_running' }, '▼ Slipped'],
  ['concerning', { variation: 'concerning' }, '▼ A sign of worse'],
  ['a sign of better', near('up', 'improving'), '▲ A sign of better'],
  ['better, beyond the limit', past('up', 'improving'), '▲ Better than usual'],
  ['a sign of rising', near('up', 'changed_up'), '▲ A sign of rising'],
  ['higher, beyond the limit', past('up', 'changed_up'), '▲ Higher than usual'],
  ['a sign of falling', near('down', 'changed_down'), '▼ A sign of falling'],
  [
    'lower, even if marked as slipped',
    { ...past('down', 'changed_down'), slipped: 'beyond_limit' },
    '▼ Lower than usual',
  ],
  ['usual', {}, '● Within usual'],
  ['too early', { variation: 'not_yet' }, '○ Too early to tell'],
])('%s is called so', (_, chart, called) => {
  const { words, mark } = standing(of(month, chart))
  expect(`${mark} ${words}`).toBe(called)
})

test.each<[string, Partial<Chart> | null, 'high' | 'neutral', number, [string, boolean, boolean]]>([
  ['slipped', { variation: 'concerning', slipped: 'beyond_limit' }, 'high', 42, ['slipped', true, true]],
  ['a sign of worse', { variation: 'concerning' }, 'high', 42, ['unusual', true, true]],
  ['better', { variation: 'improving' }, 'high', 42, ['unusual', true, false]],
  ['lower, neither way is better', { variation: 'changed_down' }, 'neutral', 42, ['unusual', false, false]],
  ['as usual', {}, 'high', 42, ['steady', true, false]],
  ['as usual, of three', {}, 'high', 3, ['early', false, false]],
  ['too early', { variation: 'not_yet' }, 'high', 42, ['early', false, false]],
  ['without a chart', null, 'high', 42, ['early', false, false]],
])(
  'a promise that is %s: how it stands, whether it is judged, whether it is worse',
  (_, chart, good, n, [stands, isJudged, isWorse]) => {
    expect(judge(of(month, chart), good, n)).toMatchObject({ standing: stands, isJudged, isWorse })
  },
)
