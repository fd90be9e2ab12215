import { dayOf, instantOf, minute, wallOf } from './clock.ts'
import { firstState, lifeOf } from './life.ts'
import { type Chance, chanceOf } from './random.ts'
import { calendarsOf, peopleOf, targetsOf, termsOf } from './settings.ts'
import type { FormRow, StateRow, Status, World } from './world.ts'

const day = 24 * 60 * minute
const span = 63 * day
/** Mondays before the spring gap and Easter, the autumn's repeated hour, and Christmas. */
const starts = ['2026-03-09', '2026-10-05', '2025-12-01'] as const
const edges = ['00:00', '01:30', '08:59', '09:00', '12:30', '16:59', '17:00', '23:59'] as const

/** An instant of the world: mostly within hours, now and then at an edge of them or of the clock change. */
function someTime(chance: Chance, start: number, from = 0, days = 56): number {
  const at = start + (from + chance.below(Math.max(1, days - from))) * day
  if (chance.once(12)) return instantOf(`${chance.pick(['2026-03-29', '2026-10-25', '2025-12-25'])}T01:30`)
  const time = chance.once(4)
    ? chance.pick(edges)
    : `${String(9 + chance.below(8)).padStart(2, '0')}:${chance.pick(['00', '07', '41'])}`
  return instantOf(`${dayOf(at)}T${time}`)
}

const within = (at: number, start: number): number => Math.min(Math.max(at, start), start + span)
const ticketId = (number: number): string => `INC${String(number).padStart(7, '0')}`

function ticketsOf(chance: Chance, start: number, end: number): StateRow[][] {
  const count = chance.once(12) ? 0 : 2 + chance.below(chance.once(3) ? 50 : 11)
  return Array.from({ length: count }, (_, number) => {
    const isMajor = number === 0 && !chance.once(3)
    const first = {
      ...firstState(chance, ticketId(number + 1)),
      isMajor,
      parent: number > 0 && chance.once(3) ? ticketId(1) : '',
      isFlagged: chance.once(8),
    }
    const began = within(someTime(chance, start), start)
    return lifeOf(chance, first, { began, end, isEscalation: false })
  })
}

/** What someone writes in the cell for the ticket: nothing, one, two, one that nobody knows, another escalation. */
function quoted(chance: Chance, tickets: readonly StateRow[][], others: readonly string[]): string {
  const known = (): string => chance.pick([...tickets.map((rows) => rows[0]?.id ?? ''), ticketId(99)])
  const words = [known(), `${known()} and ${known()}`, `see ${known()}`, known(), '']
  return chance.pick(others.length > 0 ? [...words, `${known()} ${chance.pick(others)}`] : words)
}

const deskOf = (chance: Chance, start: number, end: number, tickets: readonly StateRow[][]): StateRow[][] =>
  Array.from({ length: chance.below(chance.once(3) ? 20 : 5) }, (_, number) => {
    const first = {
      ...firstState(chance, `ESC-${number + 1}`, true),
      ticket: quoted(chance, tickets, []),
      outcome: chance.pick(['', '', '', 'accepted', 'declined', 'redirected_emergency']),
    }
    return lifeOf(chance, first, { began: within(someTime(chance, start), start), end, isEscalation: true })
  })

/** A time as it is written by hand: with its time of day, or its day alone. */
const byHand = (chance: Chance, at: number): string => (chance.once(4) ? dayOf(at) : wallOf(at))

function formsOf(
  chance: Chance,
  start: number,
  end: number,
  tickets: readonly StateRow[][],
  desk: readonly StateRow[][],
): FormRow[] {
  const ids = desk.flatMap((rows) => rows.slice(0, 1))
  return Array.from({ length: chance.below(4) }, (_, number): FormRow => {
    const near = ids.length > 0 && chance.once(2) ? chance.pick(ids) : null
    const wish = near ? instantOf(near.at) + (chance.below(40) - 10) * 0.5 * day : someTime(chance, start)
    const received = Math.round(within(wish, start) / minute) * minute
    const later = (): number => received + chance.below(9 * 24) * 60 * minute
    const status = chance.pick<Status>(['new', 'in_progress', 'waiting', 'resolved', 'closed', 'cancelled'])
    const told = (at: number, isTold: boolean): string => (isTold && at < end ? byHand(chance, at) : '')
    return {
      id: chance.once(6) && near ? near.id : `F-${number + 1}`,
      ticket: near && chance.once(2) ? near.ticket : quoted(chance, tickets, near ? [near.id] : []),
      received: byHand(chance, received),
      acknowledged: told(later(), chance.once(2)),
      resolved: told(later(), status === 'resolved' && chance.below(3) > 0),
      updated: chance.once(2) ? wallOf(Math.min(later(), end)) : '',
      status,
      owner: chance.pick(['', '', 'Ann Lee', 'Bob Ray', 'Service Desk']),
      route: chance.pick(['', 'form', 'phone']),
    }
  }).filter((row, index, all) => all.findIndex(({ id }) => id === row.id) === index)
}

/** When the world is looked at: before much of it, in the middle, at something that happens, or at its end. */
function asOfOf(chance: Chance, start: number, rows: readonly StateRow[]): number {
  const begun = rows.map(({ at }) => instantOf(at))
  if (chance.once(5) && begun.length > 0) return chance.pick(begun)
  if (chance.once(3)) return start + span + 10 * day
  return start + 12 * 60 * minute + chance.below(span / minute) * minute
}

const timesOf = ({ received, acknowledged, resolved, updated }: FormRow): string[] =>
  [received, acknowledged, resolved, updated].filter((time) => time !== '')

/** The small world of a seed. */
export function worldOf(seed: number): World {
  const chance = chanceOf(seed)
  const monday = chance.pick(starts)
  const start = instantOf(`${monday}T00:00`)
  const end = start + span
  const tickets = ticketsOf(chance, start, end)
  const desk = deskOf(chance, start, end, tickets)
  const forms = formsOf(chance, start, end, tickets, desk)
  const asOf = asOfOf(chance, start, [...tickets.flat(), ...desk.flat()])
  const exported = (): number =>
    chance.once(3) ? asOf - chance.pick([0, 60 * minute, 3 * day]) : end + day * (1 + chance.below(12))
  const exportedAt = { log: exported(), desk: exported(), forms: exported() }
  return {
    seed,
    asOf,
    exportedAt,
    log: tickets.flat().filter(({ at }) => instantOf(at) <= exportedAt.log),
    desk: desk.flat().filter(({ at }) => instantOf(at) <= exportedAt.desk),
    forms: forms.filter((row) => timesOf(row).every((time) => instantOf(time) < exportedAt.forms - day)),
    hasFlag: !chance.once(3),
    people: peopleOf(chance, monday),
    targets: targetsOf(chance, start),
    calendars: calendarsOf(chance, monday),
    within: { acknowledged: 1 + chance.below(2), investigated: 3, resolved: 5 + chance.below(6) },
    terms: termsOf(chance),
    reopenedWithinDays: chance.pick([1, 3, 14]),
    escalatedWithinDays: chance.pick([3, 7, 28]),
  }
}
