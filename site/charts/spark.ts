/** A line of the last points as a small picture: where everything in it stands, in pixels. */
import type { Limits } from '../tables/table.ts'

const width = 140
const height = 36
const pad = 5

export type Spark = {
  width: number
  height: number
  /** Points of each unbroken stretch, as SVG writes them. */
  lines: string[]
  last: { x: number; y: number }
  band: { top: number; height: number; mean: number } | null
}

type From = {
  values: readonly (number | null)[]
  limits: Limits | null
  range?: readonly [number, number] | undefined
  isShare: boolean
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

const given = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)

/** From and to: as asked; with limits what they and the values need; else of shares half or 0 to 1, of others 0 to the largest. */
const reachOf = ({ values, limits, range, isShare }: From): readonly [number, number] => {
  const all = [...given(values), ...(limits === null ? [] : [limits.lower, limits.upper])]
  if (range !== undefined) return [Math.min(range[0], ...all), Math.max(range[1], ...all)]
  if (limits !== null) return [Math.min(...all), Math.max(...all)]
  return isShare ? [Math.min(0.5, ...all), 1] : [Math.min(0, ...all), Math.max(...all, 1e-9)]
}

const stretches = (places: readonly ({ x: number; y: number } | null)[]): string[] => {
  const lines: string[][] = [[]]
  for (const place of places) {
    if (place === null) lines.push([])
    else lines.at(-1)?.push(`${place.x},${place.y}`)
  }
  return lines.filter((line) => line.length > 1).map((line) => line.join(' '))
}

/** Null for fewer than two values. */
export const sparkOf = (from: From): Spark | null => {
  const { values, limits } = from
  if (given(values).length < 2) return null
  const [least, most] = reachOf(from)
  const x = (place: number): number => round(pad + (place / (values.length - 1)) * (width - 2 * pad))
  const y = (value: number): number =>
    round(height - pad - ((value - least) / (most - least || 1)) * (height - 2 * pad))
  const places = values.map((value, place) => (value === null ? null : { x: x(place), y: y(value) }))
  const last = places.findLast((place) => place !== null) ?? { x: 0, y: 0 }
  const band = limits && {
    top: y(limits.upper),
    height: round(y(limits.lower) - y(limits.upper)),
    mean: y(limits.mean),
  }
  return { width, height, lines: stretches(places), last, band }
}
