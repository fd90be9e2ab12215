/** A small world in which escalations lack something: a log of what was done, a mailbox, and a log of tickets. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setAsideFile, waitingFile } from '../../data/contract.ts'
import { wall } from '../support/cases.ts'
import { configOf, csv } from '../support/config.ts'
import { goodNight, type Night } from '../support/installation.ts'

/** Tuesday, eight days after the day of the cases: when the log was exported, and an hour later the mailbox. */
export const logged = '+8 12:00'
const mailed = '+8 13:00'
const at = (text: string): string => `${wall(text)}:00Z`

const log = `
- name: log
  files: "log*.csv"
  format: table
  entity: escalation
  grain: event
  columns: { id: ref, at: at, event: what, status: status, owner: owner, ticket_id: ticket, needed_by: needed }
`
const mailbox = `
- name: mailbox
  files: "mail*.csv"
  format: table
  entity: message
  addresses: [desk@example.ac.uk]
  staff_addresses: [ann@example.ac.uk]
  columns: { message_id: id, conversation_id: thread, at: at, from: from, to: to, subject: subject }
`
const tickets = `
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: event
  columns: { id: id, at: at, status: status, owner: owner, priority: priority, opened_at: opened, parent_id: parent, is_major: major }
  values: { is_major: { "yes": true } }
`
const settings = `
people:
  - { name: Ann Lee, aliases: [ann@example.ac.uk] }
  - { name: Bob Ray, to: 2026-03-04 }
  - { name: Desk, shared: true }
targets:
  - { level: P1, measure: response, target: "15 min", clock: elapsed }
  - { level: P2, measure: resolution, target: "1 business day", clock: business }
within: { acknowledged: 1 business day }
`

export interface WaitingWorld {
  /** Rows of the log: ref, at, what, status, owner, ticket, needed. */
  readonly log?: readonly string[]
  /** Rows of the mailbox: id, thread, at, from, to, subject. */
  readonly mail?: readonly string[]
  /** Rows of tickets: id, at, status, owner, priority, opened, parent, major. */
  readonly tickets?: readonly string[]
  readonly more?: string
}

/** A night over it; what is not given is no source. */
export const nightOf = (world: WaitingWorld): Promise<Night> => {
  const sources = [world.log && log, world.mail && mailbox, world.tickets && tickets]
  const file = (head: string, rows: readonly string[], exported: string) => ({
    content: csv(head, ...rows.map(wall)),
    at: at(exported),
  })
  return goodNight({
    config: configOf(
      sources.filter((source) => source !== undefined).join(''),
      `${settings}${world.more ?? ''}`,
    ),
    files: {
      ...(world.log && {
        'inbox/log.csv': file('ref,at,what,status,owner,ticket,needed', world.log, logged),
      }),
      ...(world.mail && { 'inbox/mail.csv': file('id,thread,at,from,to,subject', world.mail, mailed) }),
      ...(world.tickets && {
        'inbox/tickets.csv': file('id,at,status,owner,priority,opened,parent,major', world.tickets, logged),
      }),
    },
  })
}

const published = async (dir: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(dir, 'current', 'operations', name), 'utf8'))

export const waitingOf = async (dir: string) => waitingFile.parse(await published(dir, 'waiting.json'))
export const setAsideOf = async (dir: string) => setAsideFile.parse(await published(dir, 'set-aside.json'))
