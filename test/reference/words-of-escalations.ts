import { dayAfter, dayOf } from './clock.ts'
import type { Row } from './compare.ts'
import type { Escalation } from './escalation.ts'
import type { Facts } from './facts.ts'
import { grouped, knownUntilOf } from './figures.ts'
import { isRecent } from './periods.ts'

/** What it says: null where nobody stated it, and what it counts as. */
interface Word {
  readonly item: Escalation
  readonly key: string
  readonly isStated: boolean
}

const reasons = ['speed', 'quality', 'impact', 'several']

const reasonOf = (item: Escalation): Word => {
  const isStated = reasons.includes(item.reason ?? '')
  return { item, key: isStated ? (item.reason ?? '') : 'unknown', isStated }
}
const outcomeOf = (item: Escalation): Word => {
  const isInferred = item.outcome === 'withdrawn' && item.status === 'cancelled'
  return { item, key: item.outcome, isStated: item.outcome !== 'unknown' && !isInferred }
}

/** How many of each word, in the last 365 days and in the 365 before; none where nothing was stated in either. */
function tableOf(facts: Facts, id: string, words: readonly Word[]): Row[] {
  const known = knownUntilOf(facts, 'escalation')
  const first = facts.escalations.map(({ receivedDay }) => receivedDay).sort()[0] ?? ''
  const today = dayOf(known)
  const of = ({ item }: Word) => item.receivedDay
  const both = words.filter((word) => of(word) > dayAfter(today, -730))
  if (!both.some(({ isStated }) => isStated)) return []
  return [...grouped(both, ({ key }) => key)].flatMap(([key, some]): Row[] => {
    const items = some.filter((word) => isRecent(of(word), known)).length
    const before = first <= dayAfter(today, -729) ? some.length - items : null
    if (items + (before ?? 0) === 0) return []
    return [
      [`cell escalation-rate ${id} escalation items "${key}"`, { value: items, n: items }],
      [`cell escalation-rate ${id} escalation items_before "${key}"`, { value: before, n: before ?? 0 }],
    ]
  })
}

/** Why things were escalated, and what came of it. */
export function wordRows(facts: Facts): Row[] {
  if (facts.escalations.length === 0) return []
  const counted = facts.escalations.filter(({ isLeftOut }) => !isLeftOut)
  return [
    ...tableOf(facts, 'reasons', counted.map(reasonOf)),
    ...tableOf(facts, 'outcomes', facts.escalations.map(outcomeOf)),
  ]
}
