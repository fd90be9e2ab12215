/** Where layers stand from above to below: each is a band, with a gap below it in which lines bend. */
import type { Across } from './across.ts'
import type { Layers, Line } from './layers.ts'
import { sizes } from './sizes.ts'

export type Bands = {
  topOf: (layer: number) => number
  bottomOf: (layer: number) => number
  height: number
}

/** Where a line is when it passes a layer. */
export const passes = (line: Line, layer: number, layers: Layers, across: Across): number | null => {
  const [from, to] = [layers.ofStep.get(line.upper) ?? 0, layers.ofStep.get(line.lower) ?? 0]
  if (layer === from) return across.ofStep(line.upper)
  if (layer === to) return across.ofStep(line.lower)
  return layer > from && layer < to ? across.ofLine(line, layer) : null
}

/** The farther a line goes sideways, the more room it has for it. */
const gapBelow = (layer: number, layers: Layers, across: Across): number => {
  const farthest = Math.max(
    0,
    ...layers.lines.map((line) => {
      const [here, next] = [passes(line, layer, layers, across), passes(line, layer + 1, layers, across)]
      return here === null || next === null ? 0 : Math.abs(next - here)
    }),
  )
  return sizes.gap + sizes.arrow + Math.min(32, farthest / 6)
}

type Heights = { ofStep: (number: number) => number; ofLabel: (label: string) => number }

const heightsIn = (layer: number, { ofStep, ofLabel }: Layers, heights: Heights): number[] => [
  ...[...ofStep].filter(([, at]) => at === layer).map(([number]) => heights.ofStep(number)),
  ...[...ofLabel].filter(([, at]) => at === layer).map(([{ label }]) => heights.ofLabel(label ?? '')),
]

/** The bands of all layers, each as high as the highest that stands in it. */
export const bandsOf = (layers: Layers, across: Across, heights: Heights): Bands => {
  const tops: number[] = []
  const bottoms: number[] = []
  for (let layer = 0, y = 0; layer < layers.count; layer += 1) {
    const height = Math.max(0, ...heightsIn(layer, layers, heights))
    tops.push(y)
    bottoms.push(y + height)
    y += height + gapBelow(layer, layers, across)
  }
  return {
    topOf: (layer) => tops[layer] ?? 0,
    bottomOf: (layer) => bottoms[layer] ?? 0,
    height: bottoms.at(-1) ?? 0,
  }
}
