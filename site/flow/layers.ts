/** Which boxes and labels stand side by side: the layers of a drawing, from above. */
import type { Step } from './steps.ts'

/** A way as it is drawn: from above to below, though an arrow may point up. */
export type Line = {
  from: number
  to: number
  label: string | null
  /** Numbers of the steps at its ends as they lie. */
  upper: number
  lower: number
}

export type Layers = {
  lines: Line[]
  /** Layer of each step by its number. */
  ofStep: ReadonlyMap<number, number>
  /** Layer of the label of each line that has one. */
  ofLabel: ReadonlyMap<Line, number>
  count: number
}

const linesOfSteps = (steps: readonly Step[]): Line[] =>
  steps.flatMap(({ number: from, ways }) =>
    ways.map(({ label, to }) => ({ from, to, label, upper: Math.min(from, to), lower: Math.max(from, to) })),
  )

/** Rows of boxes: each below all that it hangs from, at most `abreast` in a row. */
const rowsOf = (steps: readonly Step[], lines: readonly Line[], abreast: number): Map<number, number> => {
  const rows = new Map<number, number>()
  const filled = new Map<number, number>()
  for (const { number } of steps) {
    const above = lines.filter(({ lower }) => lower === number).map(({ upper }) => rows.get(upper) ?? 0)
    let row = above.length === 0 ? 0 : Math.max(...above) + 1
    while ((filled.get(row) ?? 0) >= abreast) row += 1
    rows.set(number, row)
    filled.set(row, (filled.get(row) ?? 0) + 1)
  }
  return rows
}

/** The row that a label stands right below: it is next to the question that it answers. */
const rowAbove = ({ from, upper, lower }: Line, rows: ReadonlyMap<number, number>): number =>
  from === upper ? (rows.get(upper) ?? 0) : (rows.get(lower) ?? 1) - 1

/** The layers: rows of boxes, and between two of them one for labels where there are any. */
export const layersOf = (steps: readonly Step[], abreast: number): Layers => {
  const lines = linesOfSteps(steps)
  const rows = rowsOf(steps, lines, abreast)
  const labelled = lines.filter(({ label }) => label !== null)
  const rowsWithLabels = new Set(labelled.map((line) => rowAbove(line, rows)))
  const layerOf = (row: number): number => row + [...rowsWithLabels].filter((other) => other < row).length
  return {
    lines,
    ofStep: new Map([...rows].map(([number, row]) => [number, layerOf(row)])),
    ofLabel: new Map(labelled.map((line) => [line, layerOf(rowAbove(line, rows)) + 1])),
    count: layerOf(Math.max(0, ...rows.values())) + 1,
  }
}
