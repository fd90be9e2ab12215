/** A flow drawn from above to below: boxes, labels and lines with their places. */
import type { Flow } from '../../data/contract.ts'
import { type Across, acrossOf } from './across.ts'
import { bandsOf } from './bands.ts'
import { type Layers, layersOf } from './layers.ts'
import { type DrawnLine, drawLines } from './lines.ts'
import { sizes } from './sizes.ts'
import { type Step, stepsOf } from './steps.ts'
import { linesOf, widthOf } from './text.ts'

export type Rectangle = { x: number; y: number; width: number; height: number }
export type Box = Rectangle & { step: Step; lines: string[] }
export type Label = Rectangle & { lines: string[] }

export type Drawing = {
  width: number
  height: number
  boxes: Box[]
  labels: Label[]
  lines: DrawnLine[]
}

type Way = { abreast: 1 | 2; box: number }

const ways = (abreast: Way['abreast'], boxes: readonly number[]): Way[] =>
  boxes.map((box) => ({ abreast, box }))

/** How many boxes stand abreast, and how wide they are, the first that fits: as it is spread, else squeezed. */
const spreadWays = [
  ...ways(2, [220, 200, 190, 180, 170, 160, 150]),
  ...ways(1, [230, 210, 200, 190, 180, 170]),
]
const squeezedWays = [...ways(2, [160, 150]), ...ways(1, [200, 190, 180, 170, 160, 150])]

const labelLines = (label: string): string[] => linesOf(label, sizes.label * sizes.bold, sizes.widestLabel)

const labelSize = (label: string): { width: number; height: number } => {
  const lines = labelLines(label)
  return {
    width: Math.max(...lines.map((line) => widthOf(line, sizes.label * sizes.bold))) + 8,
    height: lines.length * sizes.labelLine + 4,
  }
}

const insetOf = ({ kind }: Step): number => sizes.padding + (kind === 'question' ? sizes.corner : 2)

const textOf = (step: Step, box: number): string[] => linesOf(step.text, sizes.text, box - 2 * insetOf(step))
const whoOf = (step: Step, box: number): string[] =>
  linesOf(`${step.number}. ${step.who}`, sizes.who, box - 2 * insetOf(step))

/** What stands in a box above its text: its number, and who acts. */
export const whoLines = (step: Step, { width }: Rectangle): string[] => whoOf(step, width)

const heightOf = (step: Step, box: number): number =>
  2 * sizes.padding + whoOf(step, box).length * sizes.whoLine + textOf(step, box).length * sizes.line

const drawAt = (steps: readonly Step[], layers: Layers, across: Across, box: number): Drawing => {
  const bands = bandsOf(layers, across, {
    ofStep: (number) =>
      steps.filter((step) => step.number === number).map((step) => heightOf(step, box))[0] ?? 0,
    ofLabel: (label) => labelSize(label).height,
  })
  const boxes = steps.map((step) => ({
    step,
    lines: textOf(step, box),
    x: across.ofStep(step.number) - box / 2,
    y: bands.topOf(layers.ofStep.get(step.number) ?? 0),
    width: box,
    height: heightOf(step, box),
  }))
  const labels = layers.lines.flatMap((line) => {
    if (line.label === null) return []
    const layer = layers.ofLabel.get(line) ?? 0
    const { width, height } = labelSize(line.label)
    const x = across.ofLine(line, layer) - width / 2
    return [{ lines: labelLines(line.label), x, y: bands.topOf(layer), width, height }]
  })
  const lines = drawLines(layers, across, bands, boxes, (label) => labelSize(label).height)
  return { width: across.width, height: bands.height, boxes, labels, lines }
}

type Plan = { layers: Layers; across: Across; box: number }
type Planned = { layers: Layers; box: number } & ReturnType<typeof acrossOf>

const planOf = (steps: readonly Step[], { abreast, box }: Way): Planned => {
  const layers = layersOf(steps, abreast)
  const labelOf = (label: string): number => labelSize(label).width
  return { layers, box, ...acrossOf(steps, layers, { box, labelOf }) }
}

const planThatFits = (steps: readonly Step[], width: number): Plan => {
  const { squeezedInto, leastWidth, ...narrowest } = planOf(steps, { abreast: 1, box: 140 })
  if (leastWidth > width) return { ...narrowest, across: squeezedInto(leastWidth) }
  for (const way of spreadWays.filter(({ abreast, box }) => abreast * box <= width)) {
    const { spread, ...plan } = planOf(steps, way)
    if (spread.width <= width) return { ...plan, across: spread }
  }
  for (const way of squeezedWays) {
    const { squeezedInto: into, leastWidth: least, ...plan } = planOf(steps, way)
    if (least <= width) return { ...plan, across: into(width) }
  }
  return { ...narrowest, across: squeezedInto(width) }
}

/** Draws a flow as wide as a phone (or `width`) if it can be done, else as narrow as it can be. */
export const drawFlow = (flow: Flow, width: number = sizes.widest): Drawing => {
  const steps = stepsOf(flow)
  const { layers, across, box } = planThatFits(steps, width)
  return drawAt(steps, layers, across, box)
}
