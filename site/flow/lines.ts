/** The lines between boxes: straight down through layers, bending only in the gaps, where no box stands. */
import type { Across } from './across.ts'
import type { Bands } from './bands.ts'
import type { Box } from './draw.ts'
import type { Layers, Line } from './layers.ts'
import { portsOf } from './ports.ts'
import { sizes } from './sizes.ts'

export type Point = { x: number; y: number }
/** A stroke goes straight; a bend leaves and arrives straight up and down. */
export type Piece = { kind: 'stroke' | 'bend'; from: Point; to: Point }
export type DrawnLine = {
  line: Line
  pieces: Piece[]
  /** The point of its arrow, and whether it points up. */
  tip: Point
  isUp: boolean
}

const stroke = (x: number, from: number, to: number): Piece[] =>
  to - from < 0.01 ? [] : [{ kind: 'stroke', from: { x, y: from }, to: { x, y: to } }]

/** From the bottom of a layer to the top of the next; the last stretch, where arrows are, is straight. */
const acrossGap = (from: Point, to: Point): Piece[] => {
  const end = { x: to.x, y: to.y - sizes.arrow }
  const isStraight = Math.abs(from.x - to.x) < 0.05
  const bend: Piece = { kind: 'bend', from, to: end }
  return isStraight ? stroke(from.x, from.y, to.y) : [bend, ...stroke(to.x, end.y, to.y)]
}

/** Draws every line from the box above to the box below, leaving out the place of its label. */
export const drawLines = (
  layers: Layers,
  across: Across,
  bands: Bands,
  boxes: readonly Box[],
  labelHeight: (label: string) => number,
): DrawnLine[] => {
  const ports = portsOf(layers, across, boxes)
  return layers.lines.map((line) => {
    const { upper, lower } = ports(line)
    const [first, last] = [layers.ofStep.get(line.upper) ?? 0, layers.ofStep.get(line.lower) ?? 0]
    const pieces = stroke(upper.x, upper.y, bands.bottomOf(first))
    let x = upper.x
    for (let layer = first + 1; layer <= last; layer += 1) {
      const next = layer === last ? lower.x : across.ofLine(line, layer)
      pieces.push(...acrossGap({ x, y: bands.bottomOf(layer - 1) }, { x: next, y: bands.topOf(layer) }))
      const isLabel = layers.ofLabel.get(line) === layer && line.label !== null
      const from = bands.topOf(layer) + (isLabel ? labelHeight(line.label ?? '') : 0)
      if (layer < last) pieces.push(...stroke(next, from, bands.bottomOf(layer)))
      x = next
    }
    const isUp = line.to === line.upper
    return { line, pieces, tip: isUp ? upper : lower, isUp }
  })
}
