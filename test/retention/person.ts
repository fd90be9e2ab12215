import { configOf, csv } from '../support/config.ts'
import type { World } from '../support/installation.ts'

/** Someone who is everywhere: owner, requester, author of mails, in subjects, in lines that are set aside. */
export const person = 'Xaviera Quillfeather'
export const aliases = ['xquill', 'Quillfeather, Xaviera', 'x.quillfeather@example.ac.uk']
/** Parts of all the names. */
export const needles = ['quillfeather', 'xaviera', 'xquill']

const sources = `
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, resolved_at: resolved, status: status, owner: owner, team: team, closed_by: closer, requester: who, subject: subject, service: service }
  values: { owner: { "XQ": Xaviera Quillfeather } }
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  columns: { id: id, at: at, order: order, status: status, owner: owner, team: team, actor: actor, requester: who, opened_at: opened }
- name: escalations
  files: "escalations*.csv"
  format: table
  entity: escalation
  grain: item
  columns: { id: ref, ticket_id: ticket, received_at: received, acknowledged_at: acknowledged, status: status, owner: owner, requester: who }
- name: mailbox
  files: "*.mbox"
  format: mailbox
  addresses: [escalations@example.ac.uk]
  staff_domains: [it.example.ac.uk]
`

const people = `people:
  - { name: Xaviera Quillfeather, aliases: [xquill, "Quillfeather, Xaviera", x.quillfeather@example.ac.uk, xaviera@it.example.ac.uk] }
  - { name: Service Desk, shared: true }
`

const others = ['Ann Lee', 'Bob Ray', 'Cy Day', 'Di Fox', 'Ed Moor']
const at = (day: number, hour: number): string => `2026-03-${String(day).padStart(2, '0')}T${hour}:00`

/** Tickets of a month: every third has something of the person. */
export const ticketRows = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => {
    const nth = from + index
    const other = others[nth % others.length]
    const owner = [person, 'XQ', '"Quillfeather, Xaviera"', other, 'xquill', ''][nth % 6]
    const who = nth % 4 === 0 ? 'x.quillfeather@example.ac.uk' : `user${nth % 7}@example.ac.uk`
    const subject =
      nth % 5 === 0 ? `Laptop of XAVIERA  Quillfeather will not print ${nth}` : `Wi-Fi drops in room B${nth}`
    const done = nth % 2 === 0 ? `resolved,${at((nth % 20) + 3, 15)}` : 'in_progress,'
    return `INC${1000000 + nth},${at((nth % 20) + 1, 10)},${done},${owner},Network,${nth % 2 === 0 ? person : ''},${who},${subject},Laptops`
  })

const ticketHeader = 'id,opened,status,resolved,owner,team,closer,who,subject,service'
export const ticketsOf = (from: number, to: number, ...more: string[]): string =>
  csv(ticketHeader, ...ticketRows(from, to), ...more)

const setAside = [
  // a wrong date, and a line with more cells than the header
  `INC1,yesterday by Xaviera Quillfeather,new,,Ann Lee,Network,,,Broken,Laptops`,
  `INC2,${at(2, 10)},new,,Xaviera Quillfeather,Network,,x.quillfeather@example.ac.uk,Broken,Laptops,"a note,\nXaviera\tQuillfeather"`,
  `INC3,${at(2, 10)},new,,Ann Lee,Network,,ann@example.ac.uk,Broken,Laptops,another`,
]

const events = Array.from({ length: 24 }, (_, nth) => {
  const id = `REQ${2000000 + Math.floor(nth / 3)}`
  const asks = Math.floor(nth / 3) % 2 === 0 ? person : 'Zoe Hall'
  const step = [`new,,,${asks}`, `in_progress,${person},Desk,xquill`, `resolved,Ann Lee,Desk,${asks}`][
    nth % 3
  ]
  return `${id},${at(Math.floor(nth / 3) + 2, 9 + (nth % 3))},${nth},${step},${asks},${at(Math.floor(nth / 3) + 2, 9)}`
})

const escalations = Array.from({ length: 8 }, (_, nth) =>
  [
    `E${nth}`,
    `INC${1000000 + nth}`,
    at(nth + 3, 11),
    nth % 2 ? at(nth + 3, 14) : '',
    nth % 2 ? 'in_progress' : 'new',
    nth % 3 ? person : 'Ann Lee',
    nth % 2 ? person : 'Zoe Hall',
  ].join(','),
)

const message = (nth: number, from: string, subject: string, more = ''): string =>
  `From x Mon Mar 02 10:00:00 2026
From: ${from}
To: escalations@example.ac.uk
Date: Mon, ${String(nth + 2).padStart(2, '0')} Mar 2026 1${nth}:00:00 +0000
Message-ID: <m${nth}@example.ac.uk>
${more}Subject: ${subject}

INC100000${nth} please, says Xaviera Quillfeather
`

const mails = [
  message(0, 'Xaviera Quillfeather <x.quillfeather@example.ac.uk>', 'Help'),
  message(
    1,
    'Xaviera Quillfeather <xaviera@it.example.ac.uk>',
    'Re: Help',
    'In-Reply-To: <m0@example.ac.uk>\n',
  ),
  message(2, 'Zoe Hall <zoe@example.ac.uk>', 'Urgent'),
].join('\n')

/** `more`: further settings; entries under `people:` are there. */
export const worldOf = (more = ''): World => ({
  config: configOf(sources, `${people}${more}`),
  files: {
    'inbox/tickets.csv': ticketsOf(0, 60, ...setAside),
    'inbox/log.csv': csv('id,at,order,status,owner,team,actor,who,opened', ...events),
    'inbox/escalations.csv': csv('ref,ticket,received,acknowledged,status,owner,who', ...escalations),
    'inbox/mail.mbox': mails,
  },
})
