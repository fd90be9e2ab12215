/** The figures that everybody may see, made by hand. */
import type { ItemKind, RoughShare, StaffFile, StaffPromise, StaffTable } from '../../data/contract.ts'

const about = (tenths: number): RoughShare => ({ is: 'about', tenths })
const over = (tenths: number): RoughShare => ({ is: 'more_than', tenths })
const under = (tenths: number): RoughShare => ({ is: 'fewer_than', tenths })

const untold: Omit<StaffPromise, 'id' | 'measure'> = {
  can_be_told: 'yes',
  figure: null,
  item_kind: null,
  period: null,
  from: null,
  to: null,
  share: null,
  count: null,
  year_before: null,
  against_usual: null,
}

const periods = {
  escalation: { period: 'month', from: '2026-10-01', to: '2026-10-31' },
  ticket: { period: 'month', from: '2026-10-01', to: '2026-10-31' },
} as const

export const promised = (
  id: string,
  figure: string,
  kind: ItemKind,
  rest: Partial<StaffPromise> = {},
): StaffPromise => ({
  ...untold,
  id,
  measure: id,
  figure,
  item_kind: kind,
  ...periods[kind],
  share: about(4),
  count: 40,
  against_usual: 'usual',
  ...rest,
})

const told: StaffPromise[] = [
  promised('acknowledged', 'within', 'escalation', { year_before: about(7), against_usual: 'worse' }),
  promised('investigated', 'within', 'escalation', { share: about(5), against_usual: 'sign_of_worse' }),
  promised('owned', 'always', 'escalation', { share: over(9), year_before: about(6), against_usual: 'better' }),
  { ...untold, id: 'owner-load', measure: 'owner-load', figure: 'owned_now', item_kind: 'ticket', share: about(7), count: 300 },
  { ...untold, id: 'recurring', measure: 'recurring', figure: 'active', count: 190 },
  promised('updated', 'heard', 'escalation', { share: about(2), can_be_told: 'bounds' }),
  promised('service-levels', 'resolution', 'ticket', { share: about(6), count: 110, against_usual: null }),
  promised('before-target', 'before', 'escalation', { share: null, count: null, against_usual: null }),
  promised('right-route', 'redirected_emergency', 'escalation', { share: under(1) }),
  promised('escalation-rate', 'rate', 'ticket', { share: under(1), count: 1315, against_usual: null }),
  { ...untold, id: 'improvements', measure: 'improvements' },
  promised('effort', 'handed_on', 'escalation', { share: about(2), year_before: about(1) }),
  { ...untold, id: 'satisfaction', measure: 'satisfaction', can_be_told: null },
] // biome-ignore format: a table

const year = { from: '2025-11-21', to: '2026-11-20' } as const
const countTable = (id: string, by: string, rows: [string | null, number][]): StaffTable => ({
  id,
  by,
  item_kind: 'escalation',
  ...year,
  columns: [],
  rows: rows.map(([label, count]) => ({ label, count, shares: [] })),
})

const services: StaffTable = {
  id: 'services',
  by: 'service',
  item_kind: 'escalation',
  ...year,
  columns: [
    { measure: 'acknowledged', figure: 'within' },
    { measure: 'owned', figure: 'always' },
    { measure: 'updated', figure: 'heard' },
  ],
  rows: [
    { label: 'AV & teaching rooms', count: 75, shares: [about(7), over(9), about(2)] },
    { label: 'Email', count: 30, shares: [about(6), about(4), null] },
    { label: null, count: 10, shares: [null, null, null] },
  ],
}

const levels: StaffTable = {
  id: 'levels',
  by: 'level',
  item_kind: 'ticket',
  ...year,
  columns: [
    { measure: 'service-levels', figure: 'response' },
    { measure: 'service-levels', figure: 'resolution' },
  ],
  rows: [
    { label: 'P3', count: 9255, shares: [null, null] },
    { label: 'P1', count: 125, shares: [about(6), under(2)] },
  ],
}

/** Nothing is known yet. */
export const noFigures = (asOf: string): StaffFile => ({
  as_of: asOf,
  known_until: asOf,
  threshold: 5,
  rounded_to: 5,
  promises: told.map(({ id, measure, can_be_told }) => ({ ...untold, id, measure, can_be_told })),
  tables: [],
  times: [],
  changes: [],
})

/** Something of everything. */
export const staff = (asOf: string): StaffFile => ({
  ...noFigures(asOf),
  promises: told,
  tables: [
    services,
    countTable('reasons', 'reason', [['speed', 225], ['impact on work', 80], [null, 10]]),
    countTable('impacts', 'impact', [['teaching', 130], ['not recorded', 145]]),
    countTable('outcomes', 'outcome', [['accepted', 365], ['a duplicate', 5]]),
    levels,
  ],
  times: [
    { measure: 'acknowledged', clock: 'elapsed', ...year, half_within_minutes: 1440, nine_in_ten_within_minutes: 7200 },
    { measure: 'acknowledged', clock: 'business', ...year, half_within_minutes: 240, nine_in_ten_within_minutes: 1440 },
    { measure: 'investigated', clock: 'elapsed', ...year, half_within_minutes: 4320, nine_in_ten_within_minutes: null },
    { measure: 'investigated', clock: 'business', ...year, half_within_minutes: null, nine_in_ten_within_minutes: null },
  ],
  changes: [
    { date: '2026-10-05', title: 'Calls go to one queue', kind: 'policy', about: null, effect: 'too_early' },
    { date: '2026-02-16', title: 'Clean-up tool on all desktops', kind: 'improvement', about: 'Slow computer', effect: 'no_difference' },
    { date: '2025-02-24', title: 'New print servers', kind: 'improvement', about: 'Print queue stuck', effect: 'fewer' },
  ],
}) // biome-ignore format: a table

/** As much is known, but of fewer than may be told; and what cannot be told at all. */
export const fewFigures = (asOf: string): StaffFile => ({
  ...noFigures(asOf),
  promises: told.map((promise, place) => {
    const few = { ...promise, share: null, count: null, year_before: null, against_usual: null }
    return place === 0 ? { ...few, figure: null, period: null, from: null, to: null, can_be_told: 'no' } : few
  }),
  times: staff(asOf).times.map((time) => ({
    ...time,
    half_within_minutes: null,
    nine_in_ten_within_minutes: null,
  })),
  changes: [{ date: '2026-02-16', title: 'A new rule', kind: 'policy', about: null, effect: 'not_measured' }],
})

const long = 'A service with a name that goes on '.repeat(12)

/** Names that every export has in the end. */
export const oddFigures = (asOf: string): StaffFile => {
  const labels = [
    '</script><script>alert(1)</script>',
    '"quoted", with a comma',
    '=HYPERLINK("x")',
    '法学院',
    long,
  ]
  const whole = staff(asOf)
  return {
    ...whole,
    tables: [
      { ...services, rows: labels.map((label) => ({ label, count: 25, shares: [about(6), over(8), null] })) },
      countTable(
        'outcomes',
        'outcome',
        labels.map((label) => [label, 5]),
      ),
    ],
    changes: labels.map((title) => ({
      date: '2026-02-16',
      title,
      kind: 'policy',
      about: title,
      effect: 'more',
    })),
  }
}
