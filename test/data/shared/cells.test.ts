import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellsFileOf,
  type Filter,
  mergeShares,
  mergeTimes,
  type ShareCell,
  shareCells,
  shareOf,
  type WrittenTimes,
} from '../../../data/shared/cells.ts'
import { encode, encodeBins } from '../../../data/shared/cells-code.ts'
import { histogramOf } from './observed.ts'

describe('merging', () => {
  const cell = fc.record({ n: fc.nat(999), hits: fc.nat(999), weight: fc.nat(999), squared_weight: fc.nat(999), unsettled: fc.nat(9) }) // biome-ignore format: one line

  test('in whatever parts, shares merge to the whole', () => {
    fc.assert(
      fc.property(fc.array(cell), fc.nat(20), (cells: ShareCell[], cut) => {
        const parts = [cells.slice(0, cut), cells.slice(cut)].map(mergeShares)
        expect(mergeShares(parts)).toEqual(mergeShares(cells))
      }),
      { seed: 4 },
    )
  })

  test('periods of times merge to the histogram of all their observations', () => {
    const observation = fc.record({ period: fc.nat(5), minutes: fc.double({ min: 0, max: 1e6, noNaN: true }), is_event: fc.boolean() }) // biome-ignore format: one line
    fc.assert(
      fc.property(fc.array(observation), fc.nat(5), (all, last) => {
        const written = (is_event: boolean) => {
          const periods = [0, 1, 2, 3, 4, 5].map((period) => all.filter((one) => one.period === period && one.is_event === is_event)) // biome-ignore format: one line
          const histograms = periods.map(histogramOf).map(({ events, waiting }) => encodeBins(is_event ? events : waiting)) // biome-ignore format: one line
          return { from: 10, bins: histograms.join('.') }
        }
        const times: WrittenTimes = { events: written(true), waiting: written(false) }
        const whole = histogramOf(all.filter(({ period }) => period <= last))
        expect(mergeTimes([times], 10, 10 + last)).toEqual(whole)
      }),
      { seed: 5 },
    )
  })

  test('a share that is not weighted is of its number', () => {
    const [first, second] = shareCells({ from: 3, n: encode([4, 0]), hits: encode([3, 0]) })
    expect(first).toEqual({ n: 4, hits: 3, weight: 4, squared_weight: 4, unsettled: 0 })
    expect(second && shareOf(second)).toEqual({ value: null, n: 0, low: null, high: null })
  })

  test('a weighted share is of its weights, and its interval of the items that they are worth', () => {
    const [cell] = shareCells({ from: 0, n: encode([10]), hits: encode([30_000]), weight: encode([60_000]), squared_weight: encode([900]) }) // biome-ignore format: one line
      .map((found) => ({ ...found, ...shareOf(found) }))
    expect(cell).toMatchObject({ hits: 30, weight: 60, value: 0.5 })
    // Wilson's interval of 2 of 4
    expect(cell?.low).toBeCloseTo(0.150039, 5)
    expect(cell?.high).toBeCloseTo(0.849961, 5)
  }) // biome-ignore format: one line
})

describe('names of files', () => {
  const value = fc.option(fc.string({ unit: 'grapheme' }))
  test('are short, safe, and the same in whatever order a filter is given', () => {
    fc.assert(
      fc.property(value, value, (service, team) => {
        const filter: Filter = [{ dimension: 'service', value: service }, { dimension: 'team', value: team }] // biome-ignore format: one line
        expect(cellsFileOf(filter)).toMatch(/^[0-9a-z]{14}$/)
        expect(cellsFileOf([...filter].reverse())).toBe(cellsFileOf(filter))
      }),
      { seed: 6 },
    )
  })

  test('differ between a hundred thousand filters that look alike', () => {
    const names = Array.from({ length: 100_000 }, (_, at) => cellsFileOf([{ dimension: 'service', value: `Service ${at % 400}` }, { dimension: 'department', value: `Service ${Math.floor(at / 400)}` }])) // biome-ignore format: one line
    expect(new Set(names).size).toBe(names.length)
  })

  test('tell what was not recorded from the empty text and the word null', () => {
    const names = [null, '', 'null'].map((one) => cellsFileOf([{ dimension: 'team', value: one }]))
    expect(new Set(names).size).toBe(3)
  })
})
