import type { Breakdown, Figure, ItemKind, MeasureFile } from '../../data/contract.ts'
import { column, counts, figure, wobble } from './fixture-make.ts'

const loadFigures = (kind: ItemKind): Figure[] => {
  const scale = kind === 'ticket' ? 1 : 0.1
  return [
    figure('open_now', kind, 'items', Math.round(225 * scale), { n: 225 }),
    figure('owned_now', kind, 'items', Math.round(207 * scale), { n: 225 }),
    figure('unowned_now', kind, 'items', Math.round(225 * scale) - Math.round(207 * scale), { n: 225 }),
    figure('people', kind, 'people', 14, { n: 207 }),
    figure('gini', kind, 'index', 0.4231, { n: 14 }),
    figure('top_people', kind, 'people', 3, { n: 14 }),
    figure('top_share', kind, 'share', 0.6087, { n: 207 }),
    figure('largest', kind, 'items', 52, { n: 14 }),
  ]
}

const rows = (column: string, values: [string, number][]): Breakdown['rows'] =>
  values.map(([label, value]) => ({
    key: label.replaceAll(' ', '-'),
    label,
    n: value,
    values: { [column]: value },
    counts: { [column]: value },
  }))

const distribution = (kind: ItemKind): Breakdown => ({
  id: 'distribution',
  by: 'open_items',
  item_kind: kind,
  columns: [column('people', 'people'), column('items', 'items')],
  rows: rows('people', [
    ['1 to 2', 3],
    ['3 to 5', 4],
    ['6 to 10', 3],
    ['11 to 20', 2],
    ['over 20', 2],
  ]).map((row) => ({ ...row, values: { ...row.values, items: row.n * 9 } })),
})

const byAge = (kind: ItemKind): Breakdown => ({
  id: 'by_age',
  by: 'age',
  item_kind: kind,
  columns: [column('open_now', 'items')],
  rows: rows('open_now', [
    ['under 1 day', 41],
    ['1 to 7 days', 88],
    ['8 to 28 days', 61],
    ['over 28 days', 35],
  ]),
})

const teamColumns = [
  'open_now',
  'unowned_now',
  'older_than_7_days',
  'older_than_28_days',
  'arrived_28_days',
  'departed_28_days',
]
const byTeam = (kind: ItemKind): Breakdown => ({
  id: 'by_team',
  by: 'team',
  item_kind: kind,
  columns: teamColumns.map((id) => column(id, 'items')),
  rows: ['Service Desk', 'Network', 'AV', 'Desktop', 'small teams'].map((label, team) => ({
    key: label,
    label,
    n: 60,
    values: Object.fromEntries(
      teamColumns.map((id, index) => [id, Math.round(90 * wobble(team * 10 + index))]),
    ),
    counts: {},
  })),
})

/** 225 open tickets over 14 people. */
export const ownerLoad = (asOf: string): MeasureFile => ({
  id: 'owner-load',
  as_of: asOf,
  known_until: asOf,
  can_be_told: {
    answer: 'yes',
    by_source: [{ source: 'incidents', item_kind: 'ticket', answer: 'yes', missing: ['parent_id'] }],
  },
  headline: figure('open_now', 'ticket', 'items', 225, { n: 225 }),
  figures: [...loadFigures('ticket'), ...loadFigures('escalation')],
  series: (['ticket', 'escalation'] as const).flatMap((kind) => {
    const scale = kind === 'ticket' ? 1 : 0.05
    return [
      counts(kind, 'arrived', (week) => scale * (200 + 180 * wobble(week))),
      counts(kind, 'departed', (week) => scale * (205 + 170 * wobble(week + 3))),
      counts(kind, 'open_at_end', (week) => scale * (220 + 80 * Math.sin(week / 8) + 20 * wobble(week))),
    ]
  }),
  curves: [],
  breakdowns: (['ticket', 'escalation'] as const).flatMap((kind) => [
    distribution(kind),
    byTeam(kind),
    byAge(kind),
  ]),
  definition: {
    title: 'Owner load',
    sentence: 'How open work lies over people and teams.',
    how: [
      'Per person only what is open now.',
      'Concentration is the Gini index over people with at least one open item.',
    ],
    figures: [],
    good: 'neutral',
    method: null,
  },
})

export { recurring } from './fixture-recurring.ts'
