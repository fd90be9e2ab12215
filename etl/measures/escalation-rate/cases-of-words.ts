import type { GivenRow, MeasureCase } from '../case.ts'
import { escalation } from '../given.ts'

type Told = readonly [received: string, words: GivenRow, isLeftOut?: boolean]

const today = '2026-03-31'
/** Escalations by the day on which they were received, with what is said of them. */
const world = (...told: readonly Told[]) => ({
  fct_all_items: told.map(([day, , is_left_out = false], index) =>
    escalation(`E${index}`, { received_at: `${day}T10:00:00Z`, is_left_out }),
  ),
  fct_escalations: told.map(([, words], index) => ({
    escalation_id: `E${index}`,
    reason: 'unknown',
    outcome: 'unknown',
    status: 'in_progress',
    ...words,
  })),
})
const cell = (id: string, col: string) => ({ part: 'cell', id, col }) as const

export const casesOfWords: readonly MeasureCase[] = [
  {
    name: 'reasons of the last 365 days and of the 365 before, in their order, what nobody gave left out',
    given: world(
      ['2024-03-31', { reason: 'several' }],
      ['2024-04-01', { reason: 'quality' }],
      ['2025-03-31', { reason: 'quality' }],
      ['2025-04-01', { reason: 'speed' }],
      [today, {}],
      [today, { reason: 'quality' }],
    ),
    about: { part: 'cell', id: 'reasons' },
    expect: [
      { key: 'speed', label: 'speed', col: 'items', value: 1, n: 1, of: 'reason', unit: 'items' },
      { key: 'speed', col: 'items_before', value: 0, from_day: '2025-04-01', to_day: today },
      { key: 'quality', col: 'items', value: 1 },
      { key: 'quality', col: 'items_before', value: 2, n: 2 },
      { key: 'unknown', label: 'not recorded', col: 'items', value: 1 },
      { key: 'unknown', col: 'items_before', value: 0 },
    ],
  },
  {
    name: 'the 365 days before are not told where escalations are not known since their beginning',
    given: world(['2024-04-02', { reason: 'speed' }], [today, { reason: 'quality' }]),
    about: { part: 'cell', id: 'reasons' },
    expect: [
      { key: 'quality', col: 'items', value: 1 },
      { key: 'quality', col: 'items_before', value: null, n: null },
    ],
  },
  {
    name: 'impacts in plain words',
    given: world([today, { impact: 'service_to_students' }], [today, { impact: 'other' }], [today, {}]),
    about: cell('impacts', 'items'),
    expect: [
      { key: 'service_to_students', label: 'service to students', value: 1, of: 'impact' },
      { key: 'other', label: 'something else', value: 1 },
      { key: 'unknown', label: 'not recorded', value: 1 },
    ],
  },
  {
    name: 'outcomes count what was withdrawn, or a duplicate',
    given: world(
      [today, { outcome: 'duplicate' }, true],
      [today, { outcome: 'withdrawn' }, true],
      [today, { outcome: 'redirected_emergency' }],
      [today, {}],
    ),
    about: cell('outcomes', 'items'),
    expect: [
      { key: 'redirected_emergency', label: 'sent on to the phone as an emergency', of: 'outcome' },
      { key: 'withdrawn', value: 1 },
      { key: 'duplicate', label: 'a duplicate', value: 1 },
      { key: 'unknown', label: 'still open, or not recorded', value: 1 },
    ],
  },
  {
    name: 'reasons do not count them',
    given: world([today, { reason: 'speed' }, true], [today, { reason: 'quality' }]),
    about: cell('reasons', 'items'),
    expect: [{ key: 'quality', value: 1 }],
  },
  {
    name: 'what nobody ever stated has no table, also where cancelled ones count as withdrawn',
    given: world([today, {}], [today, { outcome: 'withdrawn', status: 'cancelled' }, true]),
    about: { part: 'cell' },
    expect: [],
  },
]
