/** What to do first: what fell due lately stands apart from what has been overdue for long. */
import type { EscalationLack } from '../../data/contract.ts'
import { isLacking, worstOf } from './lacks.ts'

type Item = { lacks: readonly Pick<EscalationLack, 'is_overdue' | 'overdue_minutes'>[] }

/** `recent`: due, or overdue by less than a week · `old`: overdue by a week or more · `complete`: nothing is missing */
export const groups = ['recent', 'old', 'complete'] as const
export type Group = (typeof groups)[number]

const weekMinutes = 7 * 24 * 60

/** The group of an item, by what has been overdue longest. */
export const groupOf = (item: Item): Group => {
  if (!isLacking(item)) return 'complete'
  return (worstOf(item.lacks)?.overdue_minutes ?? 0) < weekMinutes ? 'recent' : 'old'
}

/** A list in its groups, each in the order that the list had. */
export const inGroups = <One extends Item>(items: readonly One[]): One[] =>
  groups.flatMap((group) => items.filter((item) => groupOf(item) === group))

/** How many items each group has. */
export const groupSizes = (items: readonly Item[]): Record<Group, number> => {
  const sizes = { recent: 0, old: 0, complete: 0 }
  for (const item of items) sizes[groupOf(item)] += 1
  return sizes
}
