/** Boxes and lines as SVG paths. A question has corners at its sides, an end is round, a step is square. */
import type { Box } from './draw.ts'
import type { DrawnLine, Piece, Point } from './lines.ts'
import { sizes } from './sizes.ts'

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const round = (value: number): number => Math.round(value * 10) / 10

const polygon = (points: readonly Point[]): string => `M${points.map(at).join('L')}Z`

const question = ({ x, y, width, height }: Box): string =>
  polygon([
    { x: x + sizes.corner, y },
    { x: x + width - sizes.corner, y },
    { x: x + width, y: y + height / 2 },
    { x: x + width - sizes.corner, y: y + height },
    { x: x + sizes.corner, y: y + height },
    { x, y: y + height / 2 },
  ])

const rounded = ({ x, y, width, height }: Box, radius: number): string => {
  const corner = (dx: number, dy: number): string => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`
  return [
    `M${at({ x: x + radius, y })}h${round(width - 2 * radius)}${corner(radius, radius)}`,
    `v${round(height - 2 * radius)}${corner(-radius, radius)}`,
    `h${round(2 * radius - width)}${corner(-radius, -radius)}`,
    `v${round(2 * radius - height)}${corner(radius, -radius)}Z`,
  ].join('')
}

/** The outline of a box. */
export const outline = (box: Box): string => {
  if (box.step.kind === 'question') return question(box)
  return rounded(box, box.step.kind === 'end' ? 18 : 1)
}

const pieceOf = ({ kind, from, to }: Piece): string => {
  if (kind === 'stroke') return `M${at(from)}V${round(to.y)}`
  const middle = (from.y + to.y) / 2
  return `M${at(from)}C${at({ x: from.x, y: middle })} ${at({ x: to.x, y: middle })} ${at(to)}`
}

/** The strokes of a line. */
export const path = ({ pieces }: DrawnLine): string => pieces.map(pieceOf).join('')

/** The head of its arrow. */
export const head = ({ tip, isUp }: DrawnLine): string => {
  const back = isUp ? sizes.arrow : -sizes.arrow
  const half = sizes.arrow / 2
  return polygon([tip, { x: tip.x - half, y: tip.y + back }, { x: tip.x + half, y: tip.y + back }])
}
