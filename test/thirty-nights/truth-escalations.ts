import { minute } from '../reference/clock.ts'
import type { Chance } from '../reference/random.ts'
import { later, type Status, type Ticket } from './truth.ts'

export interface Message {
  readonly id: string
  readonly at: number
  readonly from: 'requester' | 'staff' | 'machine'
}

/** What somebody has typed into a row of the log of escalations from an instant on. */
export interface Entry {
  readonly at: number
  readonly status: Status
  readonly owner: string
  /** What stands as the time of acknowledging. */
  readonly acknowledged: number | null
}

export interface Escalation {
  readonly ref: string
  readonly ticket: string
  readonly received: number
  /** None where somebody rang. */
  readonly messages: readonly Message[]
  /** None where nobody wrote it down. */
  readonly entries: readonly Entry[]
  /** From when on its row is gone. */
  readonly deletedAt: number | null
}

const hour = 60 * minute
const wanted = 20

function messagesOf(chance: Chance, ref: string, received: number): Message[] {
  const messages: Message[] = [{ id: `${ref}-1`, at: received, from: 'requester' }]
  if (chance.once(2)) messages.push({ id: `${ref}-2`, at: received + minute, from: 'machine' })
  if (chance.once(3)) messages.push({ id: `${ref}-3`, at: received + 2 * hour, from: 'requester' })
  if (!chance.once(4))
    messages.push({ id: `${ref}-4`, at: later(chance, received + 3 * hour), from: 'staff' })
  return messages
}

/** What is typed in one after the other; the time of acknowledging is mended by hand now and then. */
function entriesOf(chance: Chance, received: number, messages: readonly Message[]): Entry[] {
  const reply = messages.find(({ from }) => from === 'staff')?.at
  const first: Entry = { at: received + hour, status: 'new', owner: chance.pick(['', 'Ann Lee']), acknowledged: null }
  if (chance.once(4)) return [first]
  const lastMessage = messages.at(-1)?.at ?? received
  const answered = (reply ?? later(chance, received)) + 5 * minute
  const begun: Entry = { at: answered + hour, status: 'in_progress', owner: 'Bob Ray', acknowledged: answered }
  const mended: Entry = { ...begun, at: begun.at + 24 * hour, acknowledged: answered - 20 * minute }
  const known = chance.once(4) ? [first, begun, mended] : [first, begun]
  if (chance.once(3)) return known
  const done = later(chance, Math.max(lastMessage, mended.at))
  return [...known, { ...(known.at(-1) as Entry), at: done, status: 'resolved' }]
} // biome-ignore format: one entry a line

function escalationOf(chance: Chance, number: number, ticket: Ticket): Escalation {
  const ref = `E-${String(number + 1).padStart(3, '0')}`
  const received = later(chance, ticket.opened)
  const isByMail = !chance.once(4)
  const messages = isByMail ? messagesOf(chance, ref, received) : []
  const isLogged = !isByMail || !chance.once(4)
  const entries = isLogged ? entriesOf(chance, received, messages) : []
  const deletedAt = isLogged && chance.once(6) ? received + 9 * 24 * hour : null
  return { ref, ticket: ticket.id, received, messages, entries, deletedAt }
}

/** Escalations, each about a ticket of the desk of its own. */
export const escalationsOf = (chance: Chance, tickets: readonly Ticket[]): Escalation[] =>
  tickets
    .filter(({ family }) => family === 'desk')
    .slice(0, wanted)
    .map((ticket, number) => escalationOf(chance, number, ticket))
