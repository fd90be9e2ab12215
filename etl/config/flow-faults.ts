import type { Flow } from '../../data/contract.ts'
import { didYouMean } from '../../data/shared/near.ts'
import type { Fault } from './errors.ts'
import type { FaultAt } from './shape.ts'
import { type Names, problemOf, usesIn } from './words-names.ts'

/** A picture of more is not read by anybody. */
const mostNodes = 30

type Check = (flow: Flow, fault: FaultAt) => Fault[]

const repeatedNodes: Check = ({ nodes }, fault) =>
  nodes.flatMap(({ id }, index) =>
    nodes.findIndex((other) => other.id === id) < index
      ? [fault(['nodes', index, 'id'], `there are two nodes "${id}". Give each its own id`)]
      : [],
  )

const tooMany: Check = ({ nodes }, fault) =>
  nodes.length > mostNodes
    ? [fault(['nodes'], `${nodes.length} nodes: at most ${mostNodes} can be drawn to be read. Join some`)]
    : []

const lostEdges: Check = ({ nodes, edges }, fault) => {
  const ids = nodes.map(({ id }) => id)
  return edges.flatMap((edge, index) =>
    (['from', 'to'] as const)
      .filter((end) => !ids.includes(edge[end]))
      .map((end) => {
        const known = didYouMean(edge[end], ids) || ` Known here: ${ids.join(', ')}`
        return fault(['edges', index, end], `there is no node "${edge[end]}".${known}`)
      }),
  )
}

const oddEdges: Check = ({ edges }, fault) =>
  edges.flatMap(({ from, to }, index) => {
    if (from === to) return [fault(['edges', index], `leads from "${from}" back to itself. Take it out`)]
    return edges.findIndex((other) => other.from === from && other.to === to) < index
      ? [fault(['edges', index], `a second edge from "${from}" to "${to}". Keep one of the two`)]
      : []
  })

const unclearAnswers: Check = ({ edges }, fault) =>
  edges.flatMap(({ from, label }, index) => {
    const beside = edges.filter((other, place) => other.from === from && place !== index)
    if (beside.length === 0) return []
    if (label === null)
      return [
        fault(['edges', index], `"${from}" leads to several nodes. Give each its answer, as in label: "Yes"`),
      ]
    return edges.findIndex((other) => other.from === from && other.label === label) < index
      ? [fault(['edges', index, 'label'], `a second way "${label}" from "${from}". Name each answer once`)]
      : []
  })

/** Nodes that are come to from some, going the way of `step`. */
function reached(from: readonly string[], step: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from)
  for (const id of seen) for (const next of step(id)) seen.add(next)
  return seen
}

const lostNodes: Check = ({ nodes, edges }, fault) => {
  const [first] = nodes
  const found = reached(first ? [first.id] : [], (id) =>
    edges.filter(({ from }) => from === id).map(({ to }) => to),
  )
  return nodes.flatMap(({ id }, index) =>
    found.has(id)
      ? []
      : [
          fault(
            ['nodes', index],
            `nothing leads to "${id}" from the first node, "${first?.id}", where the flow begins. Add an edge to it, or take it out`,
          ),
        ],
  )
}

const endless: Check = ({ nodes, edges }, fault) => {
  const ends = nodes.map(({ id }) => id).filter((id) => !edges.some(({ from }) => from === id))
  const ending = reached(ends, (id) => edges.filter(({ to }) => to === id).map(({ from }) => from))
  return nodes.flatMap(({ id }, index) =>
    ending.has(id)
      ? []
      : [fault(['nodes', index], `from "${id}" no end is ever reached. Let one way lead out of the circle`)],
  )
}

const namesIn =
  (names: Names): Check =>
  ({ nodes }, fault) =>
    nodes.flatMap((node, index) =>
      (['text', 'who'] as const).flatMap((key) =>
        usesIn(node[key])
          .flatMap((use) => problemOf(use, names, false) ?? [])
          .map((problem) => fault(['nodes', index, key], problem)),
      ),
    )

/** What is wrong with a well-formed flow. Where edges are lost, nothing is said of who is reached by them. */
export function flowFaults(flow: Flow, names: Names, fault: FaultAt): Fault[] {
  const check = (checks: readonly Check[]): Fault[] => checks.flatMap((one) => one(flow, fault))
  const first = check([tooMany, repeatedNodes, lostEdges, namesIn(names)])
  if (first.length > 0) return first
  return check([oddEdges, unclearAnswers, lostNodes, endless])
}
