import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseOf } from '../../../etl/publish/staff/rounding.ts'
import { roughRows } from '../../../etl/publish/staff/table.ts'
import {
  changesBetween,
  type Index,
  indexOf,
  known,
  knownOfTwo,
  type Shape,
  secretsOf,
  seenOf,
  trueRows,
  type World,
} from './attack.ts'

const thresholds = [2, 3, 4, 5, 6, 7, 8, 9, 10]
/** An attacker knows that no more items changed than did and so many; who knows of all changes but one knows that one too. */
const unknownChanges = 2
const room = 4 + unknownChanges

/** Counts of three values; one value with those that were so, were not and are not settled; two values with shares, where that many worlds can be tried. */
const shapesOf = (threshold: number): Shape[] => {
  const base = baseOf(threshold)
  const most = 6 * base + room
  return [
    { rows: 3, bins: 1, most: 3 * base + room },
    { rows: 1, bins: 3, most },
    ...(base <= 4 ? [{ rows: 2, bins: 2, most } as const] : []),
  ]
}

const cases = thresholds.flatMap((threshold) =>
  shapesOf(threshold).map((shape) => [threshold, shape.rows, shape.bins, shape] as const),
)

const indexes = new Map<string, Index>()
const indexFor = (shape: Shape, threshold: number): Index => {
  const key = JSON.stringify([shape, baseOf(threshold)])
  const found = indexes.get(key) ?? indexOf(shape, threshold)
  indexes.set(key, found)
  return found
}

describe('one night', () => {
  test.each(cases)(
    'of threshold %i: no number of %i values in %i parts can be worked out from any table',
    (threshold, _, __, shape) => {
      for (const [seen, worlds] of indexFor(shape, threshold)) {
        const all = worlds.map((world) => secretsOf(world, seen))
        const leaks = worlds.filter((_, place) => known(all, all[place] ?? [], threshold).length > 0)
        expect([seen, leaks]).toEqual([seen, []])
      }
    },
  )
})

/** A world with room above it for all that an attacker must think of. */
const worldOf = ({ rows, bins, most }: Shape, base: number): fc.Arbitrary<World> => {
  const cuts = fc.array(fc.nat(most - room - base), { minLength: bins, maxLength: bins })
  const row = cuts.map((ends) => {
    const sorted = ends.toSorted((a, b) => a - b)
    return sorted.map((end, place) => end - (sorted[place - 1] ?? 0))
  })
  return fc.array(row, { minLength: rows, maxLength: rows })
}

/** An item taken from somewhere, or put somewhere, or both. */
const step = fc.record({
  from: fc.option(fc.tuple(fc.nat(2), fc.nat(2))),
  to: fc.option(fc.tuple(fc.nat(2), fc.nat(2))),
})

const changed = (
  world: World,
  steps: readonly { from: [number, number] | null; to: [number, number] | null }[],
): World => {
  const next = world.map((bins) => [...bins])
  const add = (place: readonly [number, number] | null, items: 1 | -1): boolean => {
    const bins = next[(place?.[0] ?? 0) % next.length]
    const bin = (place?.[1] ?? 0) % (bins?.length ?? 1)
    if (place === null || bins === undefined || (bins[bin] ?? 0) + items < 0) return false
    bins[bin] = (bins[bin] ?? 0) + items
    return true
  }
  for (const { from, to } of steps) if (from === null || add(from, -1)) add(to, 1)
  return next
}

describe('two nights', () => {
  test.each(cases)(
    'of threshold %i: no number of %i values in %i parts, and no difference, can be worked out where one to four items changed',
    (threshold, _, __, shape) => {
      const index = indexFor(shape, threshold)
      const two = fc.tuple(worldOf(shape, baseOf(threshold)), fc.array(step, { minLength: 1, maxLength: 4 }))
      fc.assert(
        fc.property(two, ([first, steps]) => {
          const second = changed(first, steps)
          const mostChanges = changesBetween(first, second) + unknownChanges
          expect(knownOfTwo({ first, second, mostChanges }, index, threshold)).toEqual([])
        }),
        { numRuns: 400 },
      )
    },
  )
})

const anyTable = fc
  .record({
    threshold: fc.integer({ min: 1, max: 10 }),
    rows: fc.uniqueArray(
      fc.record({
        label: fc.string({ minLength: 1, maxLength: 3 }),
        n: fc.nat(120),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: ({ label }) => label, maxLength: 8 },
    ),
  })
  .map(({ threshold, rows }) => ({
    threshold,
    rows: rows.map(({ label, n, part }) => ({ label, n, parts: [{ hits: Math.round(part * n), n }] })),
  }))

describe('any table', () => {
  test('holds counts that are multiples of the threshold and none below it, and at most one merged row, the last', () => {
    fc.assert(
      fc.property(anyTable, ({ threshold, rows }) => {
        const rough = roughRows(rows, baseOf(threshold))
        for (const { count } of rough) {
          expect(count % threshold).toBe(0)
          expect(count).toBeGreaterThanOrEqual(threshold)
        }
        expect(rough.slice(0, -1).filter(({ label }) => label === null)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('holds every item of a table that it publishes, near enough', () => {
    fc.assert(
      fc.property(anyTable, ({ threshold, rows }) => {
        const rough = roughRows(rows, baseOf(threshold))
        if (rough.length === 0) return
        const [told, all] = [rough, rows].map((some) =>
          some.reduce((sum, row) => sum + ('n' in row ? row.n : row.count), 0),
        )
        expect(Math.abs((told ?? 0) - (all ?? 0))).toBeLessThanOrEqual((rough.length * baseOf(threshold)) / 2)
      }),
      { numRuns: 2000 },
    )
  })

  test('shows nothing of who is who: the order of the rows says nothing', () => {
    fc.assert(
      fc.property(anyTable, ({ threshold, rows }) => {
        expect(roughRows(rows.toReversed(), baseOf(threshold))).toEqual(roughRows(rows, baseOf(threshold)))
      }),
    )
  })
})

test('an attack finds what is there to be found: rounding alone, with the total beside it, gives a small number away', () => {
  const plain = (world: World): string => {
    const rows = trueRows(world).filter(({ n }) => n >= 5)
    return JSON.stringify([
      rows.map(({ label, n }) => [label, n]),
      world.flat().reduce((sum, one) => sum + one, 0),
    ])
  }
  const worlds: World[] = Array.from({ length: 8 ** 2 }, (_, place) => [[place % 8], [Math.floor(place / 8)]])
  const alike = worlds.filter((world) => plain(world) === plain([[7], [2]]))
  const all = alike.map((world) => secretsOf(world, '[]'))
  expect(known(all, secretsOf([[7], [2]], seenOf([[7], [2]], 5)), 5)).not.toEqual([])
})
