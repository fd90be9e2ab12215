/** What one department's page for a meeting says: its shares of the last year beside those of everybody. */
import type { Breakdown, Definition, ItemKind, Manifest, MeasureFile } from '../../data/contract.ts'
import type { Range } from '../../data/shared/wilson.ts'
import { breakdownOf, numberIn, numberOf } from '../figures.ts'
import { withFixedTime } from '../measure/told.ts'
import { likelyRange } from './likely.ts'

export type DepartmentRow = {
  measure: string
  title: string
  label: string
  item_kind: ItemKind
  unit: 'share' | 'per_100'
  n: number
  value: number | null
  low: number | null
  high: number | null
  overall: number | null
  /** Whether it is clearly otherwise than everybody's: its likely range does not reach their share. Shares of time have no such range. */
  stands: 'higher' | 'lower' | 'as_others' | 'too_few' | 'not_judged'
  /** Whether that is worse; null where neither way is better, or it is not clearly otherwise. */
  isWorse: boolean | null
}

type Unit = DepartmentRow['unit']
type Named = {
  id: string
  kind: ItemKind
  unit: Unit
  label: string
  good: Definition['good']
  isWeighted: boolean
}

const fewest = 10

const rangeOf = (value: number, n: number, { unit, isWeighted }: Named): Range | null => {
  const whole = unit === 'per_100' ? 100 : 1
  const range = isWeighted ? null : likelyRange(value / whole, n)
  return range && { low: range.low * whole, high: range.high * whole }
}

const standsOf = (range: Range | null, overall: number | null, n: number): DepartmentRow['stands'] => {
  if (n < fewest) return 'too_few'
  if (range === null || overall === null) return 'not_judged'
  if (range.low > overall) return 'higher'
  return range.high < overall ? 'lower' : 'as_others'
}

const isWorse = (stands: DepartmentRow['stands'], good: Definition['good']): boolean | null =>
  good === 'neutral' || (stands !== 'higher' && stands !== 'lower')
    ? null
    : (good === 'high') === (stands === 'lower')

const rowOf = (measure: MeasureFile, row: Breakdown['rows'][number], named: Named): DepartmentRow | null => {
  const { id, kind, unit, label, good } = named
  const value = numberIn(row, id)
  if (value === null) return null
  const n = row.counts[id] ?? row.n
  const [range, overall] = [rangeOf(value, n, named), numberOf(measure, `${id}_365_days`, kind)]
  const stands = standsOf(range, overall, n)
  return {
    measure: measure.id,
    title: measure.definition.title,
    label,
    item_kind: kind,
    unit,
    n,
    value,
    low: range?.low ?? null,
    high: range?.high ?? null,
    overall,
    stands,
    isWorse: isWorse(stands, good),
  }
}

/** The share that stands for a measure; null where a count does. */
const namedOf = (measure: MeasureFile, manifest: Manifest): Named | null => {
  const { headline, definition } = measure
  if (headline === null || (headline.unit !== 'share' && headline.unit !== 'per_100')) return null
  const figure = definition.figures.find(({ id }) => id === headline.id)
  if (figure === undefined) return null
  const { id, item_kind: kind, unit } = headline
  const label = withFixedTime(figure.label, measure.id, manifest)
  return { id, kind, unit, label, good: figure.good, isWeighted: figure.is_weighted }
}

const ofMeasure = (measure: MeasureFile, key: string, manifest: Manifest): DepartmentRow[] => {
  const named = namedOf(measure, manifest)
  if (named === null) return []
  const row = breakdownOf(measure, 'by_department', named.kind)?.rows.find((one) => one.key === key)
  const told = row === undefined ? null : rowOf(measure, row, named)
  return told === null ? [] : [told]
}

/** The headline share of every measure for one department, each once, in the order of the promises. */
export const departmentRows = (
  key: string,
  measures: ReadonlyMap<string, MeasureFile>,
  manifest: Manifest,
): DepartmentRow[] => {
  const ids = [...manifest.promises].sort((a, b) => a.order - b.order).map(({ measure }) => measure)
  return [...new Set(ids)].flatMap((id) => {
    const measure = measures.get(id)
    return measure === undefined ? [] : ofMeasure(measure, key, manifest)
  })
}
