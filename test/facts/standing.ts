import { cp } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { randomOf } from '../bench/trends/random.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { folder, installation, night, put, type Night as Ran } from '../support/installation.ts'
import { factsOf } from '../thirty-nights/at-once.ts'

/** A source of items as they stand. */
export const standingSource = (name: string, entity: string, coverage: string, columns: string): string => `
- name: ${name}
  files: "${name}*.csv"
  format: table
  entity: ${entity}
  grain: item
  coverage: ${coverage}
  columns: { ${columns} }`

// sources of every kind, of which none is told of by the others alone
const sources = [
  standingSource(
    'tickets',
    'ticket',
    'all',
    'id: id, opened_at: opened, updated_at: updated, resolved_at: resolved, status: status, owner: owner, team: team, priority: priority, service: service, subject: subject, requester: requester',
  ),
  standingSource(
    'waiting',
    'ticket',
    'open_only',
    'id: id, opened_at: opened, updated_at: updated, status: status, owner: owner, team: team',
  ),
  `${eventSource.trimEnd()}\n  escalated_when: { team: "2nd$" }`,
  standingSource(
    'escalations',
    'escalation',
    'all',
    'id: ref, ticket_id: ticket, received_at: received, acknowledged_at: acknowledged, resolved_at: resolved, status: status, owner: owner, reason: reason',
  ),
  `
- name: mailbox
  files: "mail*.csv"
  format: table
  entity: message
  addresses: [desk@example.ac.uk]
  staff_domains: [it.example.ac.uk]
  columns: { message_id: id, conversation_id: thread, at: sent, from: from, to: to, subject: subject }`,
].join('')
const config = configOf(
  sources,
  `people:
  - { name: Ann Lee, aliases: [ann], team: Desk }
  - { name: Robot, aliases: [robot], system: true }`,
)
const corrections = csv(
  'item,field,value,reason,by',
  'T3,owner,Bob Ray,wrong in the tool,Ann',
  'T5,resolved_at,2026-03-09T12:00,told by phone,Ann',
  'E2,status,closed,forgotten,Ann',
)

type Chance = ReturnType<typeof randomOf>
const oneOf = <T>(chance: Chance, all: readonly T[]): T => all[Math.floor(chance.next() * all.length)] as T
const pad = (number: number): string => String(number).padStart(2, '0')

/** What exports of the nth day of March hold: what a source says again may have changed, be missing or come late. */
function exportsOf(day: number, chance: Chance): Record<string, string> {
  const times = (from: number, to: number): string =>
    `2026-03-${pad(from + Math.floor(chance.next() * (to - from + 1)))}T${pad(8 + Math.floor(chance.next() * 10))}:${pad(Math.floor(chance.next() * 60))}`
  const [status, owner, team] = [
    ['new', 'in_progress', 'waiting', 'resolved', 'closed'],
    ['ann', 'Ann Lee', 'Bob Ray', '', `New ${day}`],
    ['Desk', 'Network', 'Net 2nd', ''],
  ]
  const maybe = <T>(part: number, value: T): T | '' => (chance.next() < part ? value : '')
  const some = (most: number): number[] =>
    Array.from({ length: most }, (_, at) => at + 1).filter(() => chance.next() < 0.6)
  // most of what is told is of the past, some of the day itself, and some of what is to come
  const lately = () => (chance.next() < 0.3 ? times(day + 1, day + 1) : times(Math.max(1, day - 6), day))
  const ticket = (at: number) =>
    [
      `T${at}`,
      times(1, 3),
      maybe(0.7, lately()),
      maybe(0.4, lately()),
      oneOf(chance, status),
      oneOf(chance, owner),
      oneOf(chance, team),
      oneOf(chance, ['P1', 'P2', '']),
      oneOf(chance, ['Mail', 'Print']),
      `printer ${at} on fire`,
      `kim${at % 3}`,
    ].join()
  const logged = (at: number, order: number) =>
    [
      `L${at}`,
      // the day alone, or a time of the hour that clocks repeat
      oneOf(chance, [lately(), lately(), `2026-03-${pad(Math.max(1, day - 1))}`]),
      order,
      oneOf(chance, status),
      oneOf(chance, owner),
      oneOf(chance, team),
      oneOf(chance, ['robot', 'x', '']),
      '2026-03-01T09:00',
    ].join()
  return {
    'tickets.csv': csv(
      'id,opened,updated,resolved,status,owner,team,priority,service,subject,requester',
      ...some(9).map(ticket),
      ...(chance.next() < 0.3 ? [`,${times(1, 2)},,,new,,,,,,`, 'T1,never,,,new,,,,,,'] : []),
    ),
    'waiting.csv': csv(
      'id,opened,updated,status,owner,team',
      ...some(6).map((at) =>
        [
          `W${at}`,
          times(1, 2),
          maybe(0.6, lately()),
          'new',
          oneOf(chance, owner),
          oneOf(chance, team),
        ].join(),
      ),
    ),
    [`log-${oneOf(chance, [day, Math.max(1, day - 2)])}.csv`]: csv(
      'id,at,order,status,owner,team,actor,opened',
      ...some(8).flatMap((at) => [
        logged(at, day * 10),
        ...(chance.next() < 0.5 ? [logged(at, day * 10 + 1)] : []),
      ]),
    ),
    'escalations.csv': csv(
      'ref,ticket,received,acknowledged,resolved,status,owner,reason',
      ...some(5).map((at) =>
        [
          `E${at}`,
          `T${at}`,
          times(3, 4),
          maybe(0.5, lately()),
          maybe(0.3, lately()),
          oneOf(chance, status),
          oneOf(chance, owner),
          'speed',
        ].join(),
      ),
    ),
    [`mail-${day}.csv`]: csv(
      'id,thread,sent,from,to,subject',
      ...some(5).map((at) =>
        [
          `<${day}.${at}@x>`,
          `thread ${oneOf(chance, [at, at + 1])}`,
          lately(),
          oneOf(chance, ['kim@example.ac.uk', 'ann@it.example.ac.uk']),
          'desk@example.ac.uk',
          `about T${at}`,
        ].join(),
      ),
    ),
  }
}

const hour = 3_600_000
/** How much was told anew; null: all. */
const anew = ({ log }: Ran): number | null => {
  const told = /([\d,]+) items told anew/.exec(log)?.[1]
  return told === undefined ? null : Number(told.replace(',', ''))
}
const tables = 'fct|dim|stg|cells'

/** A night that says what it says when all of it is made anew, table by table; resolves to how much was told anew. */
export async function sameAsAnew(dir: string, at: number): Promise<number | null> {
  const ran = await night(dir, [], { now: () => new Date(at + hour) })
  expect(ran.code, ran.log).toBe(0)
  expect(ran.log).not.toContain('not built on')
  const copy = await folder()
  await cp(dir, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  const whole = await night(copy, ['--republish'], { now: () => new Date(at + 2 * hour) })
  expect([whole.code, anew(whole)], whole.log).toEqual([0, null])
  expect(await factsOf(ran, tables)).toEqual(await factsOf(whole, tables))
  return anew(ran)
}
export const patience = 300_000

/** Holds that each night of a world of a seed says what it says when all of it is made anew. */
export function holdSameAsAnew(seed: number): void {
  test(`each of seven nights of seed ${seed} says what it says when all of it is made anew`, {
    timeout: patience,
  }, async () => {
    const chance = randomOf(seed)
    const dir = await installation({
      config,
      files: { '.key': 'ab'.repeat(32), 'corrections.csv': corrections },
    })
    const built: (number | null)[] = []
    for (let day = 4; day < 11; day++) {
      const at = Date.UTC(2026, 2, day, 20)
      const files = Object.entries(exportsOf(day, chance))
        .filter(() => chance.next() < 0.7)
        .map(([name, content], nth) => [
          `inbox/${name}`,
          { content, at: new Date(at + nth * 60_000).toISOString() },
        ])
      await put(dir, Object.fromEntries(files))
      built.push(await sameAsAnew(dir, at))
    }
    expect(built.filter((one) => one !== null).length).toBeGreaterThan(3)
  })
}
