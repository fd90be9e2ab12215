import { demandOn } from './academic-year.ts'
import { services } from './catalogue/index.ts'
import { type Day, dayOf, localDayOf, type Minute, minuteAt, minuteOf, settle, weekdayOf } from './london.ts'
import { departments } from './places.ts'
import { at, type Random } from './random.ts'
import { stories } from './stories.ts'
import { doneAt, type Ticket } from './ticket.ts'

/** Someone's wish to escalate: when, what about, and the numbers they give. */
export interface Complaint {
  receivedAt: Minute
  ticket: Ticket | null
  ticketCell: string
  ticketNumbers: readonly string[]
  match: 'matched' | 'unmatched' | 'missing'
  service: string
  team: string
  department: string
  isAfterwards: boolean
}

const WITH_TICKET = 1308
const WITHOUT_TICKET = 130
const DAY = 1440

/** Who escalates, and when: mostly those whose ticket has been open for days. In order of receipt. */
export function inventComplaints(random: Random, tickets: readonly Ticket[]): Complaint[] {
  const asOf = minuteOf(stories.asOf)
  const weights = tickets.map((ticket) => wishToEscalate(ticket, asOf))
  const share = WITH_TICKET / weights.reduce((sum, weight) => sum + weight, 0)
  const found: Complaint[] = []
  for (const [i, ticket] of tickets.entries()) {
    if (!random.chance(Math.min(0.7, share * at(weights, i)))) continue
    const first = aboutTicket(random, tickets, ticket, asOf, i)
    found.push(first)
    if (random.chance(0.03))
      found.push({ ...first, receivedAt: officeHour(random, first.receivedAt + random.int(20, 60) * DAY) })
  }
  found.push(...withoutTicket(random, asOf))
  return found.filter(({ receivedAt }) => receivedAt <= asOf).sort((a, b) => a.receivedAt - b.receivedAt)
}

function wishToEscalate({ rows, openedAt, service, priority, isOrphan }: Ticket, asOf: Minute): number {
  const days = ((doneAt(rows) ?? asOf) - openedAt) / DAY
  const byPriority = { 1: 0.6, 2: 1.5, 3: 1, 4: 0.5 }[priority]
  return (0.04 + (1 - Math.exp(-days / 7))) * service.patience * byPriority * (isOrphan ? 4 : 1)
}

function aboutTicket(
  random: Random,
  all: readonly Ticket[],
  ticket: Ticket,
  asOf: Minute,
  i: number,
): Complaint {
  const end = doneAt(ticket.rows) ?? asOf
  const isAfterwards = end - ticket.openedAt < DAY / 2 || random.chance(0.08)
  const waited = isAfterwards
    ? end - ticket.openedAt + random.around(1.5, 0.8) * DAY
    : Math.min((end - ticket.openedAt) * (0.3 + 0.65 * random.next()), random.around(4.5, 0.9) * DAY)
  const receivedAt = officeHour(random, ticket.openedAt + waited)
  const { service, requester } = ticket
  const base = {
    receivedAt,
    ticket,
    service: service.name,
    team: service.team,
    department: requester.department,
    isAfterwards,
  }
  return { ...base, ...quote(random, all, ticket, i) }
}

type Quote = Pick<Complaint, 'ticketCell' | 'ticketNumbers' | 'match'>

/** Most give the right number; some none, some one that is no ticket's or belongs to a later ticket. */
function quote(random: Random, all: readonly Ticket[], { number }: Ticket, i: number): Quote {
  const whole = (cell: string, numbers: string[], match: Quote['match']): Quote => ({
    ticketCell: cell,
    ticketNumbers: numbers,
    match,
  })
  const dice = random.next()
  if (dice < 0.05) return whole('', [], 'missing')
  if (dice < 0.08) return whole(mistyped(number), [mistyped(number)], 'unmatched')
  if (dice < 0.09) {
    const request = `REQ00${random.int(10_000, 89_999)}`
    return whole(request, [request], 'unmatched')
  }
  if (dice < 0.095) {
    const later = all[i + random.int(900, 4000)]?.number ?? number
    return whole(later, [later], 'matched')
  }
  if (dice < 0.12) {
    const other = at(all, Math.max(0, i - random.int(1, 60))).number
    return whole(`${number}, ${other}`, other === number ? [number] : [number, other], 'matched')
  }
  if (dice < 0.135) return whole(`see ${number}`, [number], 'matched')
  return whole(number, [number], 'matched')
}

/** A number of the right length that this log never reached. */
const mistyped = (number: string) => `INC9${number.slice(4)}`

function withoutTicket(random: Random, asOf: Minute): Complaint[] {
  const first = dayOf('2023-09-04')
  const days: Day[] = Array.from({ length: localDayOf(asOf) - first + 1 }, (_, i) => first + i)
  return Array.from({ length: WITHOUT_TICKET }, () => {
    const service = random.weighted(services, ({ ticketsAWeek, patience }) => ticketsAWeek * patience)
    const day = random.weighted(days, (one) => demandOn(one, service.season))
    const department = random.weighted(departments, ({ weight }) => weight).name
    const receivedAt = officeHour(random, minuteAt(day, 720))
    const nothing = {
      ticket: null,
      ticketCell: '',
      ticketNumbers: [],
      match: 'missing' as const,
      isAfterwards: false,
    }
    return { ...nothing, receivedAt, service: service.name, team: service.team, department }
  })
}

/** The hour at which people write complaints, on or just after the day of a time, and never before it. */
function officeHour(random: Random, earliest: number): Minute {
  const day = localDayOf(Math.round(earliest))
  const isQuiet = weekdayOf(day) % 6 === 0 && random.chance(0.7)
  const written = minuteAt(
    day + (isQuiet ? 2 : 0),
    Math.min(1380, Math.max(390, Math.round(770 + 165 * random.normal()))),
  )
  return settle(Math.max(earliest + 1, written))
}
