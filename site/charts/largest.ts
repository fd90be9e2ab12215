/** Of a breakdown with more rows than a chart has room for, those with the most items. */
import type { Breakdown } from '../../data/contract.ts'
import { number } from '../words/number.ts'
import { noun } from '../words/value.ts'
import type { BarsInput, DotsInput, StackedInput } from './input.ts'
import { pointCount } from './readout.ts'

type OfRows = BarsInput | StackedInput | DotsInput

export type Drawn<Input extends OfRows = OfRows> = {
  chart: Input
  /** All rows, for the table and the file; null where the chart has them all. */
  whole: Input | null
  /** " The 20 with the most tickets, of 300; the table has all.", to stand after a sentence; empty where the chart has all. */
  words: string
}

const mostRows = 20

/** The rows with the most items, in the order in which they stand. */
const largest = (rows: Breakdown['rows'], most: number): Breakdown['rows'] => {
  const kept = new Set(rows.toSorted((a, b) => b.n - a.n).slice(0, most))
  return rows.filter((row) => kept.has(row))
}

/** The chart of a breakdown as `draw` makes it, of at most so many of its rows; null where there is nothing to draw. */
export const ofLargest = <Input extends OfRows>(
  from: Breakdown | null,
  draw: (from: Breakdown) => Input | null,
  most = mostRows,
): Drawn<Input> | null => {
  const whole = from && draw(from)
  if (from === null || whole === null) return null
  if (pointCount(whole) <= most) return { chart: whole, whole: null, words: '' }
  const drawable = from.rows.filter((row) => draw({ ...from, rows: [row] }) !== null)
  const chart = draw({ ...from, rows: largest(drawable, most) })
  const words = ` The ${number(most)} with the most ${noun(from.item_kind, 2)}, of ${number(pointCount(whole))}; the table has all.`
  return chart && { chart, whole, words }
}
