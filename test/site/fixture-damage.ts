/** Releases that lack something here and there, as the contract lets them. */
import { type MeasureFile, measureFile } from '../../data/contract.ts'
import type { Fixture } from './fixture.ts'

type Draw = () => number

const nullable = [
  'value',
  'low',
  'high',
  'comparison',
  'latest',
  'rule',
  'assurance',
  'aim',
  'slipped',
  'told_from',
  'chart',
  'headline',
]
const numbersOfItems = ['n', 'count', 'exposure', 'points']

/** A number or a text where one may be missing becomes null, a number of items 0 or 1, a list loses its first. */
const leaf = (value: unknown, name: string, parent: string, draw: Draw): unknown => {
  if (numbersOfItems.includes(name) && typeof value === 'number')
    return draw() < 0.1 ? Math.floor(draw() * 2) : value
  const mayBeNull =
    parent === 'values' || (nullable.includes(name) && !['signals', 'aim', 'curves'].includes(parent))
  return mayBeNull && draw() < 0.08 ? null : value
}

const damaged = (value: unknown, name: string, parent: string, draw: Draw): unknown => {
  if (Array.isArray(value)) {
    const kept = draw() < 0.05 ? value.slice(1) : value
    return kept.map((one) => damaged(one, name, parent, draw))
  }
  if (typeof value !== 'object' || value === null) return leaf(value, name, parent, draw)
  if (nullable.includes(name) && draw() < 0.1) return null
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, damaged(one, key, name, draw)]))
}

/** Without what only makes it long. */
const shortened = (measure: MeasureFile): MeasureFile => ({
  ...measure,
  curves: measure.curves.map((curve) => ({ ...curve, points: curve.points.slice(0, 3) })),
  series: measure.series.map((series) => ({ ...series, points: series.points.slice(-56) })),
  breakdowns: measure.breakdowns.map((one) => ({ ...one, rows: one.rows.slice(0, 6) })),
})

const damagedMeasure = (measure: MeasureFile, draw: Draw): MeasureFile => {
  const { headline, figures, series, breakdowns, curves, ...rest } = shortened(measure)
  const told = { headline, figures, series, breakdowns, curves }
  return measureFile.parse({ ...rest, ...(damaged(told, 'told', '', draw) as typeof told) })
}

/** A number from 0 to 1 after the other, by a seed. */
const drawer = (seed: number): Draw => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The release damaged by a seed; some of its measures are missing. */
export const damagedRelease = (fixture: Fixture, seed: number): Fixture => {
  const draw = drawer(seed)
  const measures = fixture.measures
    .filter(() => draw() > 0.05)
    .map((measure) => damagedMeasure(measure, draw))
  return { ...fixture, measures }
}
