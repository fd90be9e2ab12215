/** A flow as numbered steps, in an order in which they can be read. */
import type { Flow } from '../../data/contract.ts'

export type Way = {
  /** The answer that leads this way; null where there is no other. */
  label: string | null
  /** Number of the step that it leads to. */
  to: number
}

export type Step = {
  id: string
  /** From 1; where it can be, a step stands after those that lead to it. */
  number: number
  text: string
  who: string
  /** A question has several ways on, an end has none. */
  kind: 'question' | 'step' | 'end'
  ways: Way[]
}

/**
 * Each step after those that lead to it, one answer's way to its end before the next (the reverse of a depth-first
 * search's last visits, Tarjan 1972); in a circle, from where it is entered.
 */
const inOrder = ({ nodes, edges }: Flow): string[] => {
  const seen = new Set<string>()
  const order: string[] = []
  const visit = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    for (const { to } of edges.filter(({ from }) => from === id).toReversed()) visit(to)
    order.unshift(id)
  }
  for (const { id } of nodes.slice(0, 1)) visit(id)
  return order
}

const kindOf = (ways: number): Step['kind'] => (ways === 0 ? 'end' : ways === 1 ? 'step' : 'question')

/** The steps of a flow; it begins with its first node. */
export const stepsOf = (flow: Flow): Step[] => {
  const order = inOrder(flow)
  return order.flatMap((id, index) => {
    const node = flow.nodes.find((candidate) => candidate.id === id)
    if (node === undefined) return []
    const ways = flow.edges
      .filter(({ from }) => from === id)
      .map(({ label, to }) => ({ label, to: order.indexOf(to) + 1 }))
    return [{ ...node, number: index + 1, kind: kindOf(ways.length), ways }]
  })
}
