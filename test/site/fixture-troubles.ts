/** What is wrong in the troubled release: with the night, and with its figures. */
import type { Figure, MeasureFile, RunFile, Series } from '../../data/contract.ts'
import { chartOf, compared } from './fixture-chart.ts'

const refused = {
  name: 'escalations/log <old> with a very long name that nobody would want to read twice.xlsx',
  sha256: null,
  source: null,
  format: null,
  encoding: null,
  exported_at: null,
  records: 0,
  kept: 0,
  superseded: 0,
  duplicate: 0,
  quarantined: {},
  unknown_columns: [],
  refused: { reason: 'unreadable', record: 17, message: 'A quote opens in record 17 and never closes.' },
} as const

const correction = { field: 'acknowledged_at', reason: 'acknowledged by <phone>', is_applied: true }

export const troubledRun = (night: RunFile): RunFile => ({
  ...night,
  files: [...night.files, { ...refused, unknown_columns: [] }],
  checks: [...night.checks, { name: 'load_is_named', severity: 'warning', rows: 3 }],
  stale: ['escalation-log'],
  drift: [
    {
      source: 'incidents',
      file: 'incident-log-2026-11-20.csv',
      kind: 'column_gone',
      message: 'The column “category” is gone.',
    },
  ],
  corrections: [
    { line: 2, item: 'INC0000001', ...correction },
    { line: 3, item: 'INC0000002', field: 'owner', reason: 'no such ticket', is_applied: false },
  ],
  restated: (['ticket', 'escalation'] as const).map((item_kind) => ({
    day: '2026-11-12',
    item_kind,
    published: { open_at_end: 220, arrived: 50, closed: 44 },
    now: { open_at_end: 224, arrived: 52, closed: 42 },
  })),
  restated_days: 7,
  warnings: ['changes.yaml, line 4: the date "soon" is no date. The entry was left out.'],
})

const longerThan = (figure: Figure): Figure =>
  figure.id === 'p90' ? { ...figure, is_at_least: true, high: null } : figure

/** The last periods alone: too few for limits, and none of last year. */
const young = (series: Series): Series => {
  const short = { ...series, points: series.points.slice(-8) }
  return { ...short, chart: chartOf(short) }
}

const withoutChart = (series: Series): Series => ({ ...series, chart: null })

/** Three items in the latest complete period, and none in the one before. */
const few = (series: Series): Series => {
  const at = series.points.length - 2
  const nothing = { value: null, n: 0, low: null, high: null }
  const points = series.points.map((point, place) => {
    if (place === at) return { ...point, value: 1 / 3, n: 3, low: 0.06, high: 0.79 }
    return place === at - 1 ? { ...point, ...nothing } : point
  })
  return compared({ ...series, points }, 'kept', 1, 38)
}

const series =
  (change: (one: Series) => Series) =>
  (measure: MeasureFile): MeasureFile => ({ ...measure, series: measure.series.map(change) })

const cannotBeTold: MeasureFile['can_be_told'] = {
  answer: 'no',
  by_source: [{ source: 'incidents', item_kind: 'ticket', answer: 'no', missing: ['subcategory'] }],
}

type Change = (measure: MeasureFile, emptied: Change) => MeasureFile

const troubles: Record<string, Change> = {
  acknowledged: (measure) => ({ ...measure, figures: measure.figures.map(longerThan), breakdowns: [] }),
  investigated: series(young),
  owned: series(withoutChart),
  'before-target': series(few),
  'owner-load': (measure) => ({
    ...measure,
    can_be_told: { ...measure.can_be_told, answer: 'bounds' },
    breakdowns: measure.breakdowns.filter(({ id }) => id !== 'distribution'),
  }),
  recurring: (measure, emptied) => ({ ...emptied(measure, emptied), can_be_told: cannotBeTold }),
  effort: (measure) => ({ ...measure, figures: [], breakdowns: [] }),
  improvements: (measure) => ({
    ...measure,
    headline: measure.headline && { ...measure.headline, value: 0, n: 0 },
    breakdowns: measure.breakdowns.map((breakdown) => ({
      ...breakdown,
      rows: breakdown.rows.map((row) => ({
        ...row,
        values: { ...row.values, verdict: 'too_few', ratio: null },
      })),
    })),
  }),
}

/** Each measure with its own trouble. */
export const troubledMeasures = (measures: MeasureFile[], emptied: Change): MeasureFile[] =>
  measures.map((measure) => troubles[measure.id]?.(measure, emptied) ?? measure)
