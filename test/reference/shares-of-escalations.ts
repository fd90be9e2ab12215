import { dayOf } from './clock.ts'
import type { Escalation } from './escalation.ts'
import type { Facts } from './facts.ts'
import { isDone } from './happening.ts'
import type { Share } from './observations.ts'
import { days } from './reopened.ts'
import type { Ticket } from './ticket.ts'
import { statusAt } from './traces.ts'

const routes = ['mailbox', 'form', 'phone', 'chat', 'in_person', 'leadership', 'colleague'] as const

const isOpenAt = ({ receivedAt, happenings }: Ticket, at: number): boolean =>
  receivedAt <= at && !isDone(statusAt(happenings, at))

/** When the target falls that an escalation about speed is measured by. */
function targetOf(ticket: Ticket | undefined): number | null {
  const due = (measure: 'response' | 'resolution'): number | null =>
    ticket?.attainment.find((one) => one.measure === measure)?.dueAt ?? null
  return due('resolution') ?? due('response')
}

/** What an escalation says of its ticket, its way and its end. */
export function ofEscalation({ tickets }: Facts, item: Escalation): Share[] {
  const said = { item, day: dayOf(item.receivedAt), weight: 1, settledAt: null } as const
  const quoted = { ...said, measure: 'ticket-quoted' }
  const route = { ...said, measure: 'right-route' }
  const known = item.tickets.flatMap((id) => tickets.find((ticket) => ticket.id === id) ?? [])
  const first = known.find(({ id }) => id === item.tickets[0])
  const due = targetOf(first)
  const isAboutSpeed = item.reason === 'speed' || item.reason === 'several'
  const { doneAt } = item
  const shares: Share[] = [
    { ...quoted, id: 'quoted', hits: Number(item.match !== 'missing') },
    { ...quoted, id: 'matched', hits: Number(item.match === 'matched') },
    {
      ...route,
      id: 'redirected_emergency',
      hits: Number(item.outcome === 'redirected_emergency'),
      settledAt: item.outcome === 'unknown' ? (doneAt ?? item.receivedAt + days(28)) : null,
    },
    ...routes.map((one) => ({ ...route, id: `route_${one}`, hits: Number(item.route === one) })),
  ]
  if (first) shares.push({ ...quoted, id: 'opened_before', hits: Number(first.receivedAt < item.receivedAt) })
  if (due !== null && isAboutSpeed) {
    shares.push({ ...said, measure: 'before-target', id: 'before', hits: Number(item.receivedAt <= due) })
  }
  const begun = known.filter(({ receivedAt }) => doneAt !== null && receivedAt <= doneAt)
  if (doneAt !== null && begun.length > 0) {
    const hits = Number(begun.some((ticket) => isOpenAt(ticket, doneAt)))
    shares.push({ ...said, measure: 'resolved', id: 'closed_before_ticket', day: dayOf(doneAt), hits })
  }
  return shares
}
