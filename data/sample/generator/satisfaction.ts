import type { Escalation } from './escalation.ts'
import { monthOf } from './frame.ts'
import { dayOf, type Minute, minuteAt } from './london.ts'
import { type Random, randomOf } from './random.ts'
import { stories } from './stories.ts'
import { lastRow, type Ticket } from './ticket.ts'

export type Answer = 'Good' | 'Bad'

const DAY = 1440
const rising = minuteAt(dayOf(stories.wifi.rising.from), 0)

/** What someone answered when their ticket was closed, or null: about a fifth answer. */
export function answerTo(random: Random, ticket: Omit<Ticket, 'answer'>): Answer | null {
  const { state, at } = lastRow(ticket.rows)
  const isAnswered = random.chance(0.2)
  const dice = random.next()
  if (state !== 'Closed' || !isAnswered) return null
  return dice < goodShare(ticket, at) ? 'Good' : 'Bad'
}

function goodShare({ openedAt, building, topic, rows }: Omit<Ticket, 'answer'>, closedAt: Minute): number {
  const { good_share, wifi_good_share } = stories.unhappy
  const isWifi = building === stories.wifi.building && topic.subcategory === stories.wifi.subcategory
  if (isWifi && closedAt >= rising) return wifi_good_share
  const isBack = rows.some(({ state }, i) => state === 'Active' && rows[i - 1]?.state === 'Resolved')
  return good_share - (isBack ? 0.3 : 0) - (closedAt - openedAt > 14 * DAY ? 0.2 : 0)
}

/** What someone answered when their escalation was closed, or null: about a third answer. */
export function answerToEscalation(seed: number, one: Omit<Escalation, 'answer'>): Answer | null {
  const random = randomOf(seed, `answers/${one.ref}`)
  const { slipped_good_share } = stories.unhappy
  const isSlipped = monthOf(one.resolvedAt ?? one.receivedAt) === stories.slipped_month.month
  const good = isSlipped ? slipped_good_share : 0.65
  return one.status === 'Closed' && random.chance(0.34) ? (random.chance(good) ? 'Good' : 'Bad') : null
}
