/** A chart's input within a page, for the script that draws it. */
import { type ChartInput, mostWithRange } from './input.ts'
import { pack, unpack } from './pack.ts'

const drawnDigits = 4

const isRanged = (input: ChartInput): boolean =>
  input.kind === 'line' && (input.lines[0]?.points.length ?? 0) <= mostWithRange

/** Safe within HTML, no finer than a pixel, and without what is not drawn. The table keeps the rest. */
export const islandOf = (input: ChartInput): string =>
  JSON.stringify(pack(input, isRanged(input)), (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(drawnDigits)) : value,
  ).replaceAll('<', '\\u003c')

/** The input that a page carries. */
export const inputIn = (figure: Element): ChartInput => {
  const island = figure.querySelector('script[type="application/json"]')?.textContent
  if (island == null) throw new Error('A chart without its input')
  return unpack(JSON.parse(island) as ChartInput)
}
