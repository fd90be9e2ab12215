/** A release that has more to say, and in longer words, than one page holds. */
import type { MeasureFile, Series } from '../../data/contract.ts'
import { type Fixture, full } from './fixture.ts'

const long = (text: string, letters: number): string =>
  `${text} `
    .repeat(Math.ceil(letters / (text.length + 1)))
    .slice(0, letters)
    .trim()

/** Its latest complete period is beyond the limit on the worse side. */
const slipped = (series: Series): Series => {
  const { chart } = series
  if (chart === null || chart.latest === null) return series
  const signals = [{ from: chart.latest, rule: 'beyond_limit', side: 'down' } as const]
  const said = { variation: 'concerning', rule: 'beyond_limit', slipped: 'beyond_limit' } as const
  return { ...series, chart: { ...chart, ...said, signals } }
}

const many = 14

const actionsOf = (measure: MeasureFile): MeasureFile['breakdowns'] =>
  measure.breakdowns.map((breakdown) => {
    const [first] = breakdown.rows
    if (first === undefined || breakdown.id !== 'actions') return breakdown
    const rows = Array.from({ length: many }, (_, place) => ({
      ...first,
      key: String(place),
      label: long(`Decision ${place} to change how escalations are read`, 130),
      values: { ...first.values, expected: long('fewer days without an owner than before', 160) },
    }))
    return { ...breakdown, rows }
  })

/** Departments with long names, of which the keys stay as they are. */
const named = (breakdown: MeasureFile['breakdowns'][number]): MeasureFile['breakdowns'][number] =>
  breakdown.by === 'department'
    ? { ...breakdown, rows: breakdown.rows.map((row) => ({ ...row, label: long(row.label, 70) })) }
    : breakdown

const risingOf = (measure: MeasureFile): MeasureFile['breakdowns'] =>
  measure.breakdowns.map((breakdown) =>
    breakdown.id !== 'groups'
      ? breakdown
      : {
          ...breakdown,
          rows: breakdown.rows.map((row) => ({
            ...row,
            label: long(row.label, 90),
            values: {
              ...row.values,
              trend: 'sustained',
              direction: 'up',
              called_on: '2026-10-04',
              problem: null,
            },
          })),
        },
  )

const crowdedMeasure = (measure: MeasureFile): MeasureFile => {
  const series = measure.series.map(slipped)
  const title = long(measure.definition.title, 60)
  const breakdowns = measure.id === 'improvements' ? actionsOf(measure) : risingOf(measure)
  return {
    ...measure,
    series,
    breakdowns: breakdowns.map(named),
    definition: { ...measure.definition, title },
  }
}

/** Every promise slips, every issue rises, every decision is due, and all have long names. */
export const crowded = (): Fixture => {
  const { manifest, run, measures, ...rest } = full()
  const promises = manifest.promises.map((promise) => ({ ...promise, sentence: long(promise.sentence, 140) }))
  const sources = manifest.sources.map((source) => ({ ...source, is_stale: true }))
  const institution = {
    ...manifest.institution,
    name: long('University of Somewhere', 60),
    department: long('Information Technology Services', 60),
  }
  return {
    ...rest,
    manifest: { ...manifest, promises, sources, institution },
    run,
    measures: measures.map(crowdedMeasure),
  }
}
