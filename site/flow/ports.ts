/** Where lines leave and reach a box: what comes in meets in one point, what goes out has a point of its own. */
import type { Across } from './across.ts'
import { passes } from './bands.ts'
import type { Box } from './draw.ts'
import type { Layers, Line } from './layers.ts'
import type { Point } from './lines.ts'
import { sizes } from './sizes.ts'

type Ends = { upper: Point; lower: Point }
/** Lines at one side of a box that share a point, with where they go on to. */
type Port = { lines: Line[]; towards: number }

const farthestApart = 30

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)

/** Ports of one side of a box, from left to right by where their lines go. */
const sorted = (
  lines: readonly Line[],
  isIn: (line: Line) => boolean,
  next: (line: Line) => number,
): Port[] => {
  const coming = lines.filter(isIn)
  return [
    ...(coming.length === 0 ? [] : [{ lines: coming, towards: mean(coming.map(next)) }]),
    ...lines.filter((line) => !isIn(line)).map((line) => ({ lines: [line], towards: next(line) })),
  ].toSorted((a, b) => a.towards - b.towards)
}

/** Spread about the middle of the side, within its straight part. */
const spread = (ports: readonly Port[], { x, width }: Box): [Line, number][] => {
  const room = width - 2 * (sizes.corner + sizes.padding)
  const apart = ports.length < 2 ? 0 : Math.min(farthestApart, room / (ports.length - 1))
  return ports.flatMap(({ lines }, index) => {
    const at = x + width / 2 + (index - (ports.length - 1) / 2) * apart
    return lines.map((line): [Line, number] => [line, at])
  })
}

/** Both ends of every line. */
export const portsOf = (layers: Layers, across: Across, boxes: readonly Box[]): ((line: Line) => Ends) => {
  const below = new Map<Line, Point>()
  const above = new Map<Line, Point>()
  for (const box of boxes) {
    const { number } = box.step
    const layer = layers.ofStep.get(number) ?? 0
    const isIn = ({ to }: Line): boolean => to === number
    const next = (step: 1 | -1) => (line: Line) => passes(line, layer + step, layers, across) ?? 0
    const down = layers.lines.filter(({ upper }) => upper === number)
    const up = layers.lines.filter(({ lower }) => lower === number)
    for (const [line, x] of spread(sorted(down, isIn, next(1)), box))
      below.set(line, { x, y: box.y + box.height })
    for (const [line, x] of spread(sorted(up, isIn, next(-1)), box)) above.set(line, { x, y: box.y })
  }
  const none = { x: 0, y: 0 }
  return (line) => ({ upper: below.get(line) ?? none, lower: above.get(line) ?? none })
}
