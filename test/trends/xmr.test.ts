import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { limitsOf, type Signal, signalsOf } from '../../etl/trends/xmr.ts'

interface Vector {
  readonly name: string
  readonly values: number[]
  readonly screenMovingRanges: boolean
  readonly limits: { mean: number; lpl: number; upl: number; l2: number; u2: number }
  readonly flags: string[][]
}
const path = new URL('../golden/xmr.json', import.meta.url)
const { cases }: { cases: Vector[] } = JSON.parse(readFileSync(path, 'utf8'))
const unscreened = cases.filter(({ screenMovingRanges }) => !screenMovingRanges)

const flagOf = ({ rule, side }: Signal): string =>
  ({
    beyond_limit: 'astro',
    shift: 'shift',
    trend: side === 'up' ? 'trend+' : 'trend-',
    two_of_three: '2of3',
  })[rule]
const sorted = (flags: readonly string[]): string[] => [...new Set(flags)].sort()

describe.each(unscreened)('the chart of $name', ({ values, limits, flags }) => {
  const found = limitsOf(values)

  test('has its limits', () => {
    expect(found.mean).toBeCloseTo(limits.mean, 9)
    expect(found.lower).toBeCloseTo(limits.lpl, 9)
    expect(found.upper).toBeCloseTo(limits.upl, 9)
    expect(found.lower_two_sigma).toBeCloseTo(limits.l2, 9)
    expect(found.upper_two_sigma).toBeCloseTo(limits.u2, 9)
  })

  test('marks every point by the rules that it breaks', () => {
    expect(signalsOf(values, found).map((signals) => sorted(signals.map(flagOf)))).toEqual(flags.map(sorted))
  })
})
