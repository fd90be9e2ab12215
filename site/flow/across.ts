/** Where everything stands from left to right: dagre orders the layers and spreads what is in them. */
import { Graph, layout } from '@dagrejs/dagre'
import type { Layers, Line } from './layers.ts'
import { sizes } from './sizes.ts'
import { leastWidth, type Place, squeezed } from './squeeze.ts'
import type { Step } from './steps.ts'

export type Across = {
  /** Middle of the box of a step. */
  ofStep: (number: number) => number
  /** Where a line passes a layer between its ends: the middle of its label, or its lane. */
  ofLine: (line: Line, layer: number) => number
  /** From the left of the leftmost to the right of the rightmost. */
  width: number
}

type Widths = { box: number; labelOf: (label: string) => number }
type Routed = { points: { x: number; y: number }[] }

const stepName = (number: number): string => `step ${number}`
const lineName = ({ from, to }: Line): string => `line ${from} ${to}`
const inLayer = (name: string, layer: number): string => `${name} in ${layer}`

type Node = { name: string; width: number; layer: number }
type Edge = { name: string; from: Node; to: Node }

const nodesOf = (steps: readonly Step[], layers: Layers, { box, labelOf }: Widths): Node[] => [
  ...steps.map(({ number }) => ({
    name: stepName(number),
    width: box,
    layer: layers.ofStep.get(number) ?? 0,
  })),
  ...[...layers.ofLabel].map(([line, layer]) => ({
    name: lineName(line),
    width: labelOf(line.label ?? ''),
    layer,
  })),
]

/** A line is routed in two pieces where its label stands between them. */
const edgesOf = (line: Line, nodes: readonly Node[]): Edge[] => {
  const name = lineName(line)
  const [upper, label, lower] = [stepName(line.upper), name, stepName(line.lower)].map((wanted) =>
    nodes.find((node) => node.name === wanted),
  )
  if (upper === undefined || lower === undefined) return []
  if (label === undefined) return [{ name, from: upper, to: lower }]
  return [
    { name, from: upper, to: label },
    { name, from: label, to: lower },
  ]
}

const graphOf = (nodes: readonly Node[], edges: readonly Edge[]): Graph => {
  const graph = new Graph({ multigraph: true })
  // dagre doubles the length of every edge to make room for labels of its own
  const ranker = (within: Graph): void => {
    for (const { name, layer } of nodes) within.node(name).rank = 2 * layer
  }
  graph.setGraph({ rankdir: 'TB', nodesep: sizes.between, edgesep: sizes.lane, ranker })
  for (const { name, width } of nodes) graph.setNode(name, { width, height: 1 })
  for (const { name, from, to } of edges) graph.setEdge(from.name, to.name, {}, name)
  layout(graph)
  return graph
}

/** The lanes of an edge through the layers between its ends. */
const lanesOf = ({ name, from, to }: Edge, graph: Graph): Place[] => {
  const { points } = graph.edge({ v: from.name, w: to.name, name }) as Routed
  return Array.from({ length: to.layer - from.layer - 1 }, (_, index) => ({
    name: inLayer(name, from.layer + index + 1),
    layer: from.layer + index + 1,
    x: points[2 * (index + 1)]?.x ?? 0,
    half: 1,
  }))
}

/** Whether more answers stand to the right of the next answer to their question than to its left. */
const isBackwards = (layers: Layers, graph: Graph): boolean => {
  const at = (line: Line): number => (graph.node(lineName(line)) as { x: number }).x
  const labelled = layers.lines.filter((line) => layers.ofLabel.has(line))
  const turns = labelled.slice(1).map((line, index) => {
    const before = labelled[index]
    return before?.from === line.from ? Math.sign(at(before) - at(line)) : 0
  })
  return turns.reduce((sum, turn) => sum + turn, 0) > 0
}

/** Two ways to place what stands in layers: as dagre spreads it, and squeezed into a width where that is enough for it. */
export const acrossOf = (
  steps: readonly Step[],
  layers: Layers,
  widths: Widths,
): { spread: Across; leastWidth: number; squeezedInto: (width: number) => Across } => {
  const nodes = nodesOf(steps, layers, widths)
  const edges = layers.lines.flatMap((line) => edgesOf(line, nodes))
  const graph = graphOf(nodes, edges)
  const side = isBackwards(layers, graph) ? -1 : 1
  const places: Place[] = [
    ...nodes.map(({ name, layer, width }) => ({
      name: inLayer(name, layer),
      layer,
      x: (graph.node(name) as { x: number }).x,
      half: width / 2,
    })),
    ...edges.flatMap((edge) => lanesOf(edge, graph)),
  ].map((place) => ({ ...place, x: side * place.x }))
  const placed = (all: readonly Place[]): Across => {
    const left = Math.min(...all.map(({ x, half }) => x - half))
    const at = new Map(all.map(({ name, x }) => [name, x - left]))
    return {
      ofStep: (number) => at.get(inLayer(stepName(number), layers.ofStep.get(number) ?? 0)) ?? 0,
      ofLine: (line, layer) => at.get(inLayer(lineName(line), layer)) ?? 0,
      width: Math.max(...all.map(({ x, half }) => x + half)) - left,
    }
  }
  return {
    spread: placed(places),
    leastWidth: leastWidth(places),
    squeezedInto: (width) => placed(squeezed(places, width)),
  }
}
