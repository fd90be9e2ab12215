import { expect, test } from 'vitest'
import { dimensionBindings } from '../../etl/facts/dimensions.ts'
import { targetDuration } from '../../etl/facts/targets.ts'
import { configOf, eventSource } from '../support/config.ts'
import { memory, settingsOf } from '../support/memory.ts'

test.each([
  ['15 min', 'elapsed', { kind: 'elapsed', minutes: 15 }],
  ['2 days', 'elapsed', { kind: 'elapsed', minutes: 2880 }],
  ['4 hours', 'business', { kind: 'business', minutes: 240 }],
  ['4h', 'business', { kind: 'business', minutes: 240 }],
  ['2 business hours', 'business', { kind: 'business', minutes: 120 }],
  ['2 days', 'business', { kind: 'business_days', days: 2 }],
  ['1 business day', 'business', { kind: 'business_days', days: 1 }],
  ['1.5 days', 'business', { kind: 'business', minutes: 2160 }],
] as const)('"%s" on the %s clock', (target, clock, expected) => {
  expect(targetDuration({ target, clock })).toEqual(expected)
})

/** `dim_targets` of some targets of config.yaml, each column of some by their name. */
async function targetsOf(...lines: readonly string[]) {
  const database = await memory()
  const settings = await settingsOf(
    configOf(
      eventSource,
      `calendars: { late: { hours: { mon: "18:00-20:00" } } }\ntargets:\n${lines.join('\n')}`,
    ),
  )
  const url = new URL('../../etl/facts/dim_targets.sql', import.meta.url)
  await database.file(url, dimensionBindings(settings, []), { create: 'dim_targets' })
  return database.all('select * from dim_targets order by level, measure, from_day nulls first')
}

test('a target is in force until the next of its level and measure begins', async () => {
  const found = await targetsOf(
    '  - { level: P1, measure: response, target: "30 min", from: 2026-03-01 }',
    '  - { level: P1, measure: response, target: "1 hour" }',
    '  - { level: P1, measure: response, target: "15 min", from: 2026-09-01 }',
    '  - { level: P1, measure: resolution, target: "8 hours", from: 2026-06-01 }',
    '  - { level: P2, measure: response, target: "2 hours", from: 2026-06-01 }',
  )
  expect(found.map(({ target, from_day, to_day }) => [target, from_day, to_day])).toEqual([
    ['8 hours', '2026-06-01', null],
    ['1 hour', null, '2026-03-01'],
    ['30 min', '2026-03-01', '2026-09-01'],
    ['15 min', '2026-09-01', null],
    ['2 hours', '2026-06-01', null],
  ])
})

test('it says by which clock and calendar it counts, whether it pauses and who says so', async () => {
  const found = await targetsOf(
    '  - { level: P1, measure: resolution, target: "4 hours", source: a page }',
    '  - { level: P2, measure: resolution, target: "4 hours", clock: business, pauses: true }',
    '  - { level: P3, measure: resolution, target: "1 business day", calendar: late }',
  )
  expect(found).toEqual([
    { level: 'P1', measure: 'resolution', target: '4 hours', kind: 'elapsed', amount: 240, clock: 'elapsed', calendar: null, is_paused: false, from_day: null, to_day: null, source: 'a page' },
    { level: 'P2', measure: 'resolution', target: '4 hours', kind: 'business', amount: 240, clock: 'business', calendar: 'main', is_paused: true, from_day: null, to_day: null, source: null },
    { level: 'P3', measure: 'resolution', target: '1 business day', kind: 'business_days', amount: 1, clock: 'business', calendar: 'late', is_paused: false, from_day: null, to_day: null, source: null },
  ]) // biome-ignore format: rows
})
