import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsFileOf, type Filter, mergeTimes, type WrittenTimes } from '../../../data/shared/cells.ts'
import { encodeBins } from '../../../data/shared/cells-code.ts'
import { histogramOf } from './observed.ts'

describe('merging', () => {
  test('periods of times merge to the histogram of all their observations', () => {
    const observation = fc.record({
      period: fc.nat(5),
      minutes: fc.double({ min: 0, max: 1e6, noNaN: true }),
      is_event: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(observation), fc.nat(5), (all, last) => {
        const written = (is_event: boolean) => {
          const periods = [0, 1, 2, 3, 4, 5].map((period) =>
            all.filter((one) => one.period === period && one.is_event === is_event),
          )
          const histograms = periods
            .map(histogramOf)
            .map(({ events, waiting }) => encodeBins(is_event ? events : waiting))
          return { from: 10, bins: histograms.join('.') }
        }
        const times: WrittenTimes = { events: written(true), waiting: written(false) }
        const whole = histogramOf(all.filter(({ period }) => period <= last))
        expect(mergeTimes([times], 10, 10 + last)).toEqual(whole)
      }),
      { seed: 5 },
    )
  })
})

describe('names of files', () => {
  const value = fc.option(fc.string({ unit: 'grapheme' }))
  test('are short, safe, and the same in whatever order a filter is given', () => {
    fc.assert(
      fc.property(value, value, (service, team) => {
        const filter: Filter = [
          { dimension: 'service', value: service },
          { dimension: 'team', value: team },
        ]
        expect(cellsFileOf(filter)).toMatch(/^[0-9a-z]{14}$/)
        expect(cellsFileOf([...filter].reverse())).toBe(cellsFileOf(filter))
      }),
      { seed: 6 },
    )
  })

  test('differ between a hundred thousand filters that look alike', () => {
    const names = Array.from({ length: 100_000 }, (_, at) =>
      cellsFileOf([
        { dimension: 'service', value: `Service ${at % 400}` },
        { dimension: 'department', value: `Service ${Math.floor(at / 400)}` },
      ]),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  test('tell what was not recorded from the empty text and the word null', () => {
    const names = [null, '', 'null'].map((one) => cellsFileOf([{ dimension: 'team', value: one }]))
    expect(new Set(names).size).toBe(3)
  })
})
