import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namedTime } from '../../../data/shared/export-name.ts'
import { WallClock } from '../../../data/shared/wall-time.ts'

const zones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
]
const clocks = new Map(zones.map((zone) => [zone, new WallClock(zone)]))
const clockOf = (zone: string): WallClock => clocks.get(zone) ?? new WallClock(zone)
const wallOf = (time: Temporal.PlainDateTime): number => time.toZonedDateTime('UTC').epochMilliseconds

const walls = fc
  .oneof(
    fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2099, 0, 1) }),
    fc
      .tuple(
        fc.integer({ min: 1990, max: 2037 }),
        fc.constantFrom(2, 3, 9, 10),
        fc.integer({ min: 0, max: 31 * 24 * 60 }),
      )
      .map(([year, month, minutes]) => Date.UTC(year, month) + minutes * 60_000),
  )
  .map((at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime())

describe('a wall time', () => {
  test('is the instant that Temporal says, also where clocks change', () => {
    fc.assert(
      fc.property(walls, fc.constantFrom(...zones), (wall, zone) => {
        // what a clock leaves out is later for both; what it shows twice is asked for either way
        const later = wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
        const compatible = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
        const clock = clockOf(zone)
        expect(clock.instantOf(wallOf(wall))).toBe(later)
        expect(clock.instantOf(wallOf(wall), 'earlier')).toBe(compatible)
      }),
      { numRuns: 5_000 },
    )
  })

  test('is what the clock shows at an instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2099, 0) }), fc.constantFrom(...zones), (at, zone) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
        expect(clockOf(zone).wallAt(at)).toBe(wallOf(shown))
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('the time in a file’s name', () => {
  const byTemporal = (text: string): number | null => {
    try {
      return wallOf(Temporal.PlainDateTime.from(text))
    } catch {
      return null
    }
  }

  test('is read as ISO 8601 has it', () => {
    const part = (...words: string[]) => fc.constantFrom(...words)
    const text = fc
      .tuple(
        part('2026', '1999', '26'),
        part('-03-02', '0302', '-0302', '-02-30', '-13-01'),
        part('', 'T', ' ', 't', '_'),
        part('', '09', '0905', '09:05', '24:00', '09:60'),
        part('', '07', ':07', ':60', ':07.250', '07,5'),
        part('', 'Z', '+01:00', '+0100', '+01'),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (written) => {
        expect([written, namedTime(written)?.wall ?? null]).toEqual([written, byTemporal(written)])
      }),
      { numRuns: 3_000 },
    )
  })

  test('may be a day alone', () => {
    expect([namedTime('2026-03-02')?.isDay, namedTime('20260302T0905')?.isDay]).toEqual([true, false])
  })
})
