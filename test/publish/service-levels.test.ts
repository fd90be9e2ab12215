import { describe, expect, test } from 'vitest'
import { manifest } from '../../data/contract.ts'
import { publishedCalendars, publishedTargets } from '../../etl/publish/service-levels.ts'
import { configOf, eventSource } from '../support/config.ts'
import { settingsOf } from '../support/memory.ts'

const asOf = '2026-11-20T17:00:00.000Z'
const zoned = (more: string, timezone = 'Europe/London') =>
  settingsOf(configOf(eventSource, more).replace('Europe/London', timezone))
const targets = async (...lines: readonly string[]) =>
  publishedTargets(await zoned(`targets:\n${lines.map((line) => `  - { ${line} }`).join('\n')}`))

describe('targets', () => {
  test('are published with the clock that they are counted by', async () => {
    const found = await targets(
      'level: P1, measure: response, target: "15 min", source: our page',
      'level: P2, measure: response, target: "4 hours", clock: business, pauses: true',
      'level: P2, measure: resolution, target: "1 business day", from: 2025-09-01',
    )
    expect(manifest.shape.targets.parse(found)).toEqual([
      { level: 'P1', measure: 'response', words: '15 min', kind: 'elapsed', amount: 15, calendar: null, is_paused: false, from: null, to: null, source: 'our page' },
      { level: 'P2', measure: 'response', words: '4 hours', kind: 'business', amount: 240, calendar: 'main', is_paused: true, from: null, to: null, source: null },
      { level: 'P2', measure: 'resolution', words: '1 business day', kind: 'business_days', amount: 1, calendar: 'main', is_paused: false, from: '2025-09-01', to: null, source: null },
    ]) // biome-ignore format: a table
  })

  test('end on the day that the next of their level and measure begins', async () => {
    const found = await targets(
      'level: P1, measure: response, target: "30 min", from: 2026-03-01',
      'level: P1, measure: response, target: "1 hour"',
      'level: P1, measure: response, target: "15 min", from: 2026-09-01',
      'level: P1, measure: resolution, target: "8 hours", from: 2026-06-01',
    )
    expect(found.map(({ words, from, to }) => [words, from, to])).toEqual([
      ['30 min', '2026-03-01', '2026-09-01'],
      ['1 hour', null, '2026-03-01'],
      ['15 min', '2026-09-01', null],
      ['8 hours', '2026-06-01', null],
    ])
  })

  test('that are written twice are published once', async () => {
    const line = 'level: P1, measure: response, from: 2026-03-01'
    const found = await targets(`${line}, target: "60 min"`, `${line}, target: "1 hour"`)
    expect(found.map(({ words }) => words)).toEqual(['1 hour'])
  })
})

const calendars = `  closures: [{ from: 2026-12-24, to: 2027-01-01, note: Christmas closure }, { from: 2027-03-01, to: 2027-03-01 }]
  other_hours: [{ date: 2026-12-23, hours: "09:00-12:00" }]
calendars:
  late: { hours: { mon: ["10:00-13:00", "14:00-20:00"] } }
  unused: { hours: { sat: "10:00-14:00" } }
targets:
  - { level: P1, measure: response, target: "1 hour", clock: business, calendar: late }
  - { level: P2, measure: response, target: "1 hour", clock: business }`

describe('calendars', () => {
  test('are the one that figures are measured by, and those that targets name', async () => {
    const found = publishedCalendars(await zoned(calendars), asOf)
    expect(found.map(({ name }) => name)).toEqual(['main', 'late'])
    expect(manifest.shape.calendars.safeParse(found).error).toBeUndefined()
  })

  test('say their hours, bank holidays, closures and other hours as the settings do', async () => {
    const [main, late] = publishedCalendars(await zoned(calendars), asOf)
    expect(main?.closures).toEqual([
      { from: '2026-12-24', to: '2027-01-01', note: 'Christmas closure' },
      { from: '2027-03-01', to: '2027-03-01', note: null },
    ])
    expect(main?.other_hours).toEqual([{ date: '2026-12-23', hours: ['09:00-12:00'] }])
    expect(main?.hours.mon).toEqual(['09:00-17:00'])
    expect(main?.bank_holidays).toContain('2026-12-28')
    expect(main?.bank_holidays).not.toContain('2026-12-24')
    expect(late?.bank_holidays).toEqual([])
    expect(late?.hours).toEqual({ mon: ['10:00-13:00', '14:00-20:00'] })
  })

  test.each(['Europe/London', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'America/New_York'])(
    'in %s reach from 400 local days before the as-of time to 500 after it',
    async (zone) => {
      const [main] = publishedCalendars(await zoned(calendars, zone), asOf)
      const today = Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDate()
      const midnight = (days: number): number =>
        today.add({ days }).toZonedDateTime(zone).epochMilliseconds / 60_000
      expect([main?.from, main?.to]).toEqual([midnight(-400), midnight(501)])
    },
  )
})
