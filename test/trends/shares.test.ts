import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import golden from '../golden/gini.json' with { type: 'json' }
import { memory } from '../support/memory.ts'

let database: Database
beforeAll(async () => {
  database = await memory()
})

const value = async (expression: string): Promise<unknown> =>
  (await database.all<{ value: unknown }>(`select ${expression} as value`))[0]?.value

test.each(golden)('the Gini index of $x is $g', async ({ x, g }) => {
  expect(await value(`gini([${x.join(', ')}])`)).toBeCloseTo(g, 12)
})

test('the Gini index does not care for the order, nor for the unit', async () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(amounts, async (list) => {
      const plain = Number(await value(`gini([${list.join(', ')}])`))
      const turned = [...list].reverse().map((amount) => amount * 3)
      expect(Number(await value(`gini([${turned.join(', ')}])`))).toBeCloseTo(plain, 9)
      expect(plain).toBeGreaterThanOrEqual(0)
      expect(plain).toBeLessThan(1)
    }),
    { numRuns: 25 },
  )
})

// By hand: centre (p + z²/2n) / (1 + z²/n), half-width z / (1 + z²/n) · sqrt(p(1 - p)/n + z²/4n²), z = 1.959964
const wilson: [number, number, number, number][] = [
  [0, 10, 0, 0.2775328],
  [10, 10, 0.7224672, 1],
  [5, 10, 0.2365931, 0.7634069],
  [1, 1, 0.2065493, 1],
  [81, 263, 0.2552885, 0.3662096],
]
describe('Wilson intervals', () => {
  test.each(wilson)('%i of %i is known to lie between %f and %f', async (hits, n, low, high) => {
    expect(await value(`wilson_low(${hits}, ${n})`)).toBeCloseTo(low, 6)
    expect(await value(`wilson_high(${hits}, ${n})`)).toBeCloseTo(high, 6)
  })

  test('no share of nothing, and no interval', async () => {
    for (const macro of ['share', 'wilson_low', 'wilson_high'])
      expect(await value(`${macro}(0, 0)`)).toBeNull()
  })

  test('a share is a fraction and not a whole number', async () => {
    expect(await value('share(1, 4)')).toBe(0.25)
  })
})
