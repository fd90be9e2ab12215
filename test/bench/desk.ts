/** A service desk of five years for the benchmarks of nights and sites: the same services, teams and departments at any size. */
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { configOf } from '../support/config.ts'
import { randomOf } from './trends/random.ts'

const minute = 60_000
const day = 1440 * minute
const first = Date.UTC(2021, 8, 1)
const years = 5
const span = years * 365.25 * day

const issues =
  'projector printer wifi password email calendar laptop timetable library phone vpn login'.split(' ')
const faults = 'broken slow missing locked lost stuck full blank'.split(' ')

const named = (name: string, many: number): string[] =>
  Array.from({ length: many }, (_, at) => `${name} ${at + 1}`)
const services = named('Service', 14)
const teams = named('Team', 12)
const departments = named('School', 24)

const time = (name: string): string => `${name}: { column: ${name}, format: "%Y-%m-%d %H:%M" }`
const words = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/** The settings of its installation. */
export const deskConfig = configOf(
  `
- name: tickets
  files: "tickets*.csv"
  coverage: since
  format: table
  entity: ticket
  grain: item
  columns:
    id: id
    ${time('opened_at')}
    ${time('acknowledged_at')}
    ${time('resolved_at')}
    ${time('updated_at')}
    status: status
    priority: priority
    service: service
    category: category
    department: department
    team: team
    owner: owner
    subject: subject
    requester: requester
  values: { status: { Open: in_progress, Done: resolved } }
- name: escalations
  files: "escalations.csv"
  format: table
  entity: escalation
  grain: item
  columns:
    id: id
    ticket_id: ticket
    ${time('received_at')}
    ${time('acknowledged_at')}
    ${time('resolved_at')}
    ${time('updated_at')}
    status: status
    service: service
    department: department
    team: team
    owner: owner
    reason: reason
  values:
    status: { Open: in_progress, Done: resolved }
    reason: { speed: speed, quality: quality, impact: impact }
`,
)

type Chance = () => number
const pick = <Value>(values: readonly Value[], chance: Chance): Value =>
  values[Math.floor(chance() ** 1.5 * values.length)] as Value

/** Times until something is done are many short and few very long. */
const waits = (usual: number, chance: Chance): number => usual * minute * (1 / (1 - chance() * 0.995) - 1)

const life = (opened: number, usual: number, chance: Chance): string[] => {
  const acknowledged = opened + waits(usual, chance)
  const resolved = acknowledged + waits(usual * 12, chance)
  const until = first + span
  const shown = (at: number): string => (at < until ? words(at) : '')
  return [
    shown(acknowledged),
    shown(resolved),
    words(Math.min(until, resolved)),
    resolved < until ? 'Done' : 'Open',
  ]
}

const where = (chance: Chance): string[] => [
  pick(services, chance),
  pick(departments, chance),
  pick(teams, chance),
  `Person ${Math.floor(chance() * 90)}`,
]

const write = async (
  path: string,
  head: string,
  count: number,
  row: (at: number) => string,
): Promise<void> => {
  const file: WriteStream = createWriteStream(path)
  file.write(`${head}\n`)
  for (let from = 0; from < count; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - from) }, (_, at) => row(from + at))
    if (!file.write(`${rows.join('\n')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

const share = 0.03

const ticketHead =
  'id,opened_at,acknowledged_at,resolved_at,updated_at,status,priority,service,department,team,owner,category,subject,requester'

const ticketRow = (id: string, begun: number, chance: Chance): string =>
  [
    id,
    words(begun),
    ...life(begun, 90, chance),
    `P${1 + Math.floor(chance() * 4)}`,
    ...where(chance),
    `Category ${Math.floor(chance() * 15)}`,
    `${pick(issues, chance)} ${pick(faults, chance)} ${pick(issues, chance)}`,
    `Caller ${Math.floor(chance() * 20_000)}`,
  ].join(',')

/** Writes another export with so many tickets that are not in the first, of the last days; resolves to its path. */
export async function writeMore(dir: string, count: number): Promise<string> {
  const random = randomOf(8)
  const path = join(dir, 'inbox', 'tickets-more.csv')
  const opened = (at: number): number => first + span - (10 + (count - at) / 100) * 60 * minute
  await write(path, ticketHead, count, (at) => ticketRow(`M${at}`, opened(at), () => random.next()))
  return path
}

const opened = (at: number, of: number): number => first + (at / of) * span

/** Writes the exports of so many tickets, and of three in a hundred of them escalated. */
export async function writeDesk(dir: string, count: number): Promise<void> {
  const random = randomOf(7)
  const chance = (): number => random.next()
  await write(join(dir, 'inbox', 'tickets.csv'), ticketHead, count, (at) =>
    ticketRow(`T${at}`, opened(at, count), chance),
  )
  const escalated = Math.floor(count * share)
  const columns =
    'id,ticket,received_at,acknowledged_at,resolved_at,updated_at,status,service,department,team,owner,reason'
  await write(join(dir, 'inbox', 'escalations.csv'), columns, escalated, (at) => {
    const ticket = Math.floor(at / share)
    const begun = opened(ticket, count) + waits(1200, chance)
    return [
      `E${at}`,
      `T${ticket}`,
      words(begun),
      ...life(begun, 300, chance),
      ...where(chance),
      pick(['speed', 'quality', 'impact'], chance),
    ].join(',')
  })
}

/** The settings of an installation that has its tickets as a log, one row an event. */
export const logConfig = configOf(`
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  columns:
    id: id
    ${time('at')}
    order: order
    status: status
    owner: owner
    team: team
    actor: actor
    ${time('opened_at')}
    priority: priority
    service: service
  values: { status: { New: new, Open: in_progress, Waiting: waiting, Done: resolved } }
`)

/** What happens to a ticket of the log, and after how many minutes as most are. */
const steps = [
  ['New', 0],
  ['Open', 90],
  ['Waiting', 300],
  ['Open', 900],
  ['Done', 1200],
] as const

/** Writes the log of so many tickets, five events each. */
export async function writeLog(dir: string, count: number): Promise<void> {
  const random = randomOf(9)
  const chance = (): number => random.next()
  const head = 'id,at,order,status,owner,team,actor,opened_at,priority,service'
  await write(join(dir, 'inbox', 'log.csv'), head, count, (at) => {
    const begun = opened(at, count)
    const [service, , team, owner] = where(chance)
    const priority = `P${1 + Math.floor(chance() * 4)}`
    let now = begun
    return steps
      .map(([status, usual], order) => {
        if (usual > 0) now += waits(usual, chance)
        const held = order === 0 ? '' : owner
        return [`T${at}`, words(now), order, status, held, team, held, words(begun), priority, service].join(
          ',',
        )
      })
      .join('\n')
  })
}
