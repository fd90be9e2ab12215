import { dayAfter, dayOf, instantOf, minute, wallOf } from '../reference/clock.ts'
import { type Chance, chanceOf } from '../reference/random.ts'
import { type Escalation, escalationsOf } from './truth-escalations.ts'

export type Status = 'new' | 'in_progress' | 'waiting' | 'resolved' | 'closed' | 'cancelled'
/** Which list a ticket is in: the desk's log, the list of everything, that of open ones, that of recent ones. */
export type Family = 'desk' | 'list' | 'av' | 'network'

/** What holds from an instant (milliseconds) on. */
export interface State {
  readonly at: number
  readonly status: Status
  readonly owner: string
  readonly by: string
}

export interface Ticket {
  readonly id: string
  readonly family: Family
  readonly opened: number
  readonly priority: string
  readonly category: string
  readonly caller: string
  readonly team: string
  /** From when on the tools tell another team for all of its states; null where they never do. */
  readonly mendedAt: number | null
  readonly states: readonly State[]
}

/** What truly happened in about sixty days. */
export interface Truth {
  readonly tickets: readonly Ticket[]
  readonly escalations: readonly Escalation[]
}

const firstDay = '2026-09-07'
const days = 58
const owners = ['Ann Lee', 'Bob Ray', 'Cat Poe', 'Dee Fox', 'Eve Orr', 'Fay Kay'] as const
const next: Readonly<Record<Status, readonly Status[]>> = {
  new: ['in_progress', 'in_progress', 'in_progress', 'in_progress', 'waiting', 'resolved', 'cancelled'],
  in_progress: ['waiting', 'waiting', 'in_progress', 'resolved', 'resolved'],
  waiting: ['in_progress', 'in_progress', 'resolved'],
  resolved: ['closed', 'closed', 'in_progress'],
  closed: [],
  cancelled: [],
}
/** Each family's kind of id, how many tickets it has, and its team. */
const families: Readonly<Record<Family, readonly [prefix: string, tickets: number, team: string]>> = {
  desk: ['INC', 44, 'Desk'],
  list: ['REQ', 26, 'Accounts'],
  av: ['AV', 30, 'AV'],
  network: ['NET', 22, 'Network'],
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const timeOn = (chance: Chance, day: string): number =>
  instantOf(`${day}T${twoDigits(8 + chance.below(11))}:${twoDigits(chance.below(60))}`)

/** Some time later: within the day as long as people work, else on one of the days after. */
export function later(chance: Chance, at: number): number {
  const soon = at + (2 + chance.below(200)) * minute
  if (chance.once(2) && wallOf(soon) < `${dayOf(at)}T19:00`) return soon
  return timeOn(chance, dayAfter(dayOf(at), 1 + chance.below(9)))
}

function statesOf(chance: Chance, opened: number, caller: string): State[] {
  const states: State[] = [
    { at: opened, status: 'new', owner: chance.pick(['', '', ...owners.slice(0, 2)]), by: caller },
  ]
  for (let left = chance.below(7); left > 0; left--) {
    const before = states.at(-1) as State
    if (next[before.status].length === 0) break
    const status = chance.pick(next[before.status])
    const owner = status === 'waiting' && chance.once(3) ? '' : chance.pick([before.owner || owners[0], ...owners])
    states.push({ at: later(chance, before.at), status, owner, by: owner || 'Robot' })
  } // biome-ignore format: one state a line
  return states
}

function ticketOf(chance: Chance, family: Family, number: number): Ticket {
  const [prefix, , team] = families[family]
  const opened = timeOn(chance, dayAfter(firstDay, chance.below(days)))
  const caller = `user${chance.below(30)}`
  return {
    id: `${prefix}${String(number + 1).padStart(7, '0')}`,
    family,
    opened,
    priority: chance.pick(['P1', 'P2', 'P3']),
    category: chance.pick(['Email', 'Printing', 'Accounts']),
    caller,
    team,
    mendedAt: chance.once(6) ? opened + (10 + chance.below(20)) * 24 * 60 * minute : null,
    states: statesOf(chance, opened, caller),
  }
}

/** Lives through the hour that clocks repeat: the second of its wall times is earlier than the first. */
const atTheClockChange: Ticket = {
  id: 'INC0000900',
  family: 'desk',
  opened: Date.parse('2026-10-24T15:00:00Z'),
  priority: 'P3',
  category: 'Email',
  caller: 'user1',
  team: 'Desk',
  mendedAt: null,
  states: [
    { at: Date.parse('2026-10-24T15:00:00Z'), status: 'new', owner: '', by: 'user1' },
    { at: Date.parse('2026-10-25T00:40:00Z'), status: 'in_progress', owner: 'Ann Lee', by: 'Ann Lee' },
    { at: Date.parse('2026-10-25T01:10:00Z'), status: 'resolved', owner: 'Ann Lee', by: 'Ann Lee' },
  ],
}

/** Comes to wait for a supplier on the first day of a word for that, and does so for weeks. */
const withASupplier: Ticket = {
  ...atTheClockChange,
  id: 'INC0000901',
  opened: Date.parse('2026-10-14T09:00:00Z'),
  states: [
    { at: Date.parse('2026-10-14T09:00:00Z'), status: 'new', owner: '', by: 'user1' },
    { at: Date.parse('2026-10-15T10:00:00Z'), status: 'waiting', owner: 'Bob Ray', by: 'Bob Ray' },
  ],
}

/** Changes its owner every day, so that no export of what is new is ever empty or the same as the day before. */
const handedOnDaily = (id: string, family: Family): Ticket => ({
  ...atTheClockChange,
  id,
  family,
  team: families[family][2],
  opened: instantOf(`${firstDay}T09:30`),
  states: Array.from({ length: days }, (_, day) => {
    const owner = owners[day % owners.length] ?? owners[0]
    const status = day === 0 ? 'new' : 'in_progress'
    return { at: instantOf(`${dayAfter(firstDay, day)}T09:30`), status, owner, by: owner }
  }),
})

/** The world of a seed. */
export function truthOf(seed: number): Truth {
  const chance = chanceOf(seed)
  const names = Object.keys(families) as Family[]
  const tickets = names.flatMap((family) =>
    Array.from({ length: families[family][1] }, (_, number) => ticketOf(chance, family, number)),
  )
  const daily = [handedOnDaily('INC0000902', 'desk'), handedOnDaily('NET0000900', 'network')]
  return {
    tickets: [...tickets, atTheClockChange, withASupplier, ...daily],
    escalations: escalationsOf(chance, tickets),
  }
}

/** The state that a ticket is in at an instant; null where it is not there yet. */
export const stateAt = ({ states }: Ticket, at: number): State | null =>
  states.findLast((state) => state.at <= at) ?? null
