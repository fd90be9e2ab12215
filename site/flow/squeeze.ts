/** What is spread wider than a phone, moved together no more than it must be, in the order that it has. */
import { sizes } from './sizes.ts'

/** Something in a layer: its middle, and how far it reaches to either side. */
export type Place = { name: string; layer: number; x: number; half: number }

const layersOf = (places: readonly Place[]): Place[][] =>
  [...Map.groupBy(places, ({ layer }) => layer).values()].map((layer) => layer.toSorted((a, b) => a.x - b.x))

const isLane = ({ half }: Place): boolean => half <= 1

/** From the middle of one to the middle of its neighbour on the right. */
const distance = (a: Place, b: Place): number =>
  a.half + b.half + (isLane(a) || isLane(b) ? sizes.lane : sizes.between)

/** How far each would stand from the first of its layer if all stood as close as they may. */
const closest = (layer: readonly Place[]): number[] => {
  const offsets = [0]
  for (const [index, place] of layer.slice(1).entries())
    offsets.push((offsets[index] ?? 0) + distance(layer[index] ?? place, place))
  return offsets
}

const widthOf = (layer: readonly Place[]): number =>
  (layer[0]?.half ?? 0) + (closest(layer).at(-1) ?? 0) + (layer.at(-1)?.half ?? 0)

/** The least width that all layers fit in. */
export const leastWidth = (places: readonly Place[]): number => Math.max(...layersOf(places).map(widthOf))

/** The nearest numbers that never fall (pooling adjacent violators: Barlow et al. 1972). */
const rising = (numbers: readonly number[]): number[] => {
  const pools: { sum: number; count: number }[] = []
  for (const number of numbers) {
    pools.push({ sum: number, count: 1 })
    for (
      let last = pools.at(-1), before = pools.at(-2);
      last && before;
      last = pools.at(-1), before = pools.at(-2)
    ) {
      if (before.sum / before.count <= last.sum / last.count) break
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  }
  return pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count))
}

/** A layer within `from` and `from + width`, each as near as can be to where it was. */
const within = (layer: readonly Place[], from: number, width: number): Place[] => {
  const offsets = closest(layer)
  const lowest = from + (layer[0]?.half ?? 0)
  const highest = from + width - (layer.at(-1)?.half ?? 0) - (offsets.at(-1) ?? 0)
  const starts = rising(layer.map(({ x }, index) => x - (offsets[index] ?? 0)))
  return layer.map((place, index) => ({
    ...place,
    x: Math.min(highest, Math.max(lowest, starts[index] ?? lowest)) + (offsets[index] ?? 0),
  }))
}

const moved = (before: readonly Place[], after: readonly Place[]): number => {
  const stood = new Map(before.map(({ name, x }) => [name, x]))
  return after.reduce((sum, { name, x }) => sum + Math.abs(x - (stood.get(name) ?? x)), 0)
}

/** All of it within `width`, which is at least its least width: from where the least has to move. */
export const squeezed = (places: readonly Place[], width: number): Place[] => {
  const left = Math.min(...places.map(({ x, half }) => x - half))
  const right = Math.max(...places.map(({ x, half }) => x + half))
  const layers = layersOf(places)
  const tried = Array.from({ length: Math.max(1, Math.ceil((right - left - width) / 10) + 1) }, (_, index) =>
    layers.flatMap((layer) => within(layer, left + 10 * index, width)),
  )
  const [best] = tried.toSorted((a, b) => moved(places, a) - moved(places, b))
  return best ?? [...places]
}
