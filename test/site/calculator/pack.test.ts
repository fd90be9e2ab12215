import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PublishedCalendar } from '../../../data/contract.ts'
import { packCalendar, unpackCalendar } from '../../../site/calculator/pack.ts'
import { plainCalendar } from '../fixture-guidance.ts'

const carried = (calendar: PublishedCalendar) => JSON.parse(JSON.stringify(packCalendar(calendar)))
const unpacked = (calendar: PublishedCalendar) =>
  unpackCalendar(calendar.name, calendar.timezone, carried(calendar))
const looked = ({ name, timezone, from, to, stretches, offsets }: PublishedCalendar) => ({
  name,
  timezone,
  from,
  to,
  stretches,
  offsets,
})

/** Calendars whose stretches are of any length and any distance, also touching ones and none. */
const calendars = fc
  .tuple(
    fc.integer({ min: 20_000_000, max: 40_000_000 }),
    fc.array(fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 1440 }))),
  )
  .map(([from, steps]): PublishedCalendar => {
    const stretches: [number, number][] = []
    let at = from
    for (const [closed, open] of steps) {
      stretches.push([at + closed, at + closed + open])
      at += closed + open
    }
    return { ...plainCalendar, from, to: at, stretches }
  })

describe('a calendar that a page carries', () => {
  test('is the one that was published', () => {
    expect(unpacked(plainCalendar)).toEqual(looked(plainCalendar))
    fc.assert(
      fc.property(calendars, (calendar) => {
        expect(unpacked(calendar)).toEqual(looked(calendar))
      }),
      { seed: 5, numRuns: 500 },
    )
  })

  test('of 900 days is under a kilobyte once it is compressed', () => {
    expect(plainCalendar.to - plainCalendar.from).toBeGreaterThan(890 * 1440)
    expect(gzipSync(JSON.stringify(packCalendar(plainCalendar))).length).toBeLessThan(1024)
  })

  test('brings the reasons for the closed days that lie in it, and no others', () => {
    const past = { from: '2023-12-23', to: '2024-01-01', note: 'long ago' }
    const { bank_holidays, closures } = carried({
      ...plainCalendar,
      bank_holidays: ['2024-12-25', ...plainCalendar.bank_holidays, '2030-12-25'],
      closures: [past, ...plainCalendar.closures],
    })
    expect(bank_holidays).toEqual(plainCalendar.bank_holidays)
    expect(closures).toEqual(plainCalendar.closures)
  })
})
