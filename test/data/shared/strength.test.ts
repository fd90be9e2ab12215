import { expect, test } from 'vitest'
import type { Chart } from '../../../data/contract.ts'
import { strengthOf } from '../../../data/shared/strength.ts'
import { base } from '../../site/charted.ts'
import { months, sharePoint } from '../../site/fixture-make.ts'

const points = months(26).map(({ from, to, isLast }) => sharePoint(from, to, 30, 40, !isLast))
const latest = points.at(-2)?.from ?? ''
type Rule = NonNullable<Chart['rule']>

/** A chart on which a rule marks so many of the last complete months on the good side. */
const marked = (rule: Rule, many: number, more: Partial<Chart> = {}) => {
  const signals = points.slice(-1 - many, -1).map(({ from }) => ({ from, rule, side: 'up' as const }))
  return { points, chart: { ...base, latest, variation: 'improving', rule, signals, ...more } as Chart }
}
const beforeIt = { from: points.at(-3)?.from ?? '', rule: 'beyond_limit', side: 'up' } as const

test.each<[string, ReturnType<typeof marked>, string]>([
  ['beyond the limit', marked('beyond_limit', 1), 'clear'],
  ['near the end, two of three', marked('two_of_three', 2), 'sign'],
  ['the seventh in a row', marked('shift', 7), 'sign'],
  ['the eighth in a row', marked('shift', 8), 'twice'],
  ['the sixth that rises', marked('trend', 6), 'sign'],
  ['the seventh that rises', marked('trend', 7), 'twice'],
  [
    'near the end, and beyond the limit the month before',
    marked('two_of_three', 0, {
      signals: [beforeIt, { from: latest, rule: 'two_of_three', side: 'up' }],
    }),
    'twice',
  ],
  [
    'near the end, and beyond the other limit the month before',
    marked('two_of_three', 0, {
      signals: [
        { ...beforeIt, side: 'down' },
        { from: latest, rule: 'two_of_three', side: 'up' },
      ],
    }),
    'sign',
  ],
])('better: %s', (_, told, strength) => {
  expect(strengthOf(told)).toBe(strength)
})

test.each([
  [null, 'sign'],
  ['two_running', 'twice'],
  ['beyond_limit', 'clear'],
  ['comparison', 'clear'],
] as const)('worse, and slipped by %s', (slipped, strength) => {
  expect(strengthOf(marked('two_of_three', 2, { variation: 'concerning', slipped }))).toBe(strength)
})
