import type { Facts } from './facts.ts'
import { grouped, type ItemKind } from './figures.ts'
import type { Item } from './told.ts'

/** Concentration as Gini tells it, of counts of one or more. */
function giniOf(counts: readonly number[]): number {
  const inOrder = counts.toSorted((a, b) => a - b)
  const n = inOrder.length
  const all = inOrder.reduce((sum, one) => sum + one, 0)
  return inOrder.reduce((sum, one, index) => sum + (2 * (index + 1) - n - 1) * one, 0) / (n * all)
}

/** The fewest who hold more than half, and the share that they hold. */
function topOf(counts: readonly number[]): { people: number; share: number } {
  const all = counts.reduce((sum, one) => sum + one, 0)
  let [people, held] = [0, 0]
  for (const one of counts.toSorted((a, b) => b - a)) {
    if (held > all / 2) break
    people++
    held += one
  }
  return { people, share: held / all }
}

function loadOfKind(items: readonly Item[]): [string, number][] {
  if (items.length === 0) return []
  const open = items.filter(({ isOpen }) => isOpen)
  const owned = open.filter(({ owner }) => owner !== null)
  const counts = [...grouped(owned, ({ owner }) => owner ?? '').values()].map(({ length }) => length)
  const top = topOf(counts)
  return [
    ['open_now', open.length],
    ['owned_now', owned.length],
    ['unowned_now', open.length - owned.length],
    ...(counts.length < 5 ? [] : [['people', counts.length], ['gini', giniOf(counts)], ['top_people', top.people], ['top_share', top.share]] as const), // biome-ignore format: a list
  ] as [string, number][]
}

/** How the open items lie on people now, by kind and figure. */
export const loadOf = ({ tickets, escalations }: Facts): [kind: ItemKind, id: string, value: number][] => [
  ...loadOfKind(tickets).map(([id, value]): [ItemKind, string, number] => ['ticket', id, value]),
  ...loadOfKind(escalations).map(([id, value]): [ItemKind, string, number] => ['escalation', id, value]),
]
