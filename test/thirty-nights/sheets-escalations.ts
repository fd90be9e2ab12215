import { minute, wallOf } from '../reference/clock.ts'
import { workbook } from '../support/xlsx.ts'
import { type Delivery, deliveryOf, type Fact, type Row } from './delivery.ts'
import { columnsOf, type Sheet, type Style } from './sheet.ts'
import type { Truth } from './truth.ts'
import type { Entry, Escalation, Message } from './truth-escalations.ts'

const words = { new: 'Open', in_progress: 'Being looked at', resolved: 'Done' } as const

/** Day, month and year as people type them. */
const typed = (at: number): string => {
  const [day = '', time = ''] = wallOf(at).split('T')
  return `${day.split('-').reverse().join('/')} ${time}`
}

/** How a spreadsheet's date is read. */
const shown = (at: number): string => `${wallOf(at).replace('T', ' ')}:00`

const fact = ({ ref, received }: Escalation, { status, owner, acknowledged }: Entry): Fact => ({
  item: ref,
  thing: ref,
  at: null,
  begun: received,
  status,
  owner,
  acknowledged,
  isReply: false,
  priority: null,
})

/** The log of escalations that is kept by hand, as it stands at an instant. */
export function escalationSheet(
  { escalations }: Truth,
  at: number,
  write: (instant: number) => string = typed,
): Sheet {
  const rows = escalations.flatMap((escalation): Row[] => {
    const entry = escalation.entries.findLast((one) => one.at <= at)
    if (!entry || (escalation.deletedAt !== null && escalation.deletedAt <= at)) return []
    const cells = {
      Ref: escalation.ref,
      Ticket: escalation.ticket,
      Received: write(escalation.received),
      Acknowledged: entry.acknowledged === null ? '' : write(entry.acknowledged),
      State: words[entry.status as keyof typeof words],
      Owner: entry.owner,
      Notes: `${escalation.ref}: rang twice; see mail`,
    }
    return [{ fact: fact(escalation, entry), cells, fault: null }]
  })
  const columns = ['Ref', 'Ticket', 'Received', 'Acknowledged', 'State', 'Owner', 'Notes']
  return { source: 'escalation-log', columns, mapped: columns.slice(0, -1), rows }
}

const dayInMs = 24 * 60 * minute
const beginOfExcel = Date.UTC(1899, 11, 30)
const serial = (wall: string): number => (Date.parse(`${wall}Z`) - beginOfExcel) / dayInMs

/** The same log as a workbook with real dates. */
export function escalationWorkbook(truth: Truth, name: string, at: number, style: Style = {}): Delivery {
  const sheet = escalationSheet(truth, at, (instant) => shown(instant))
  const columns = columnsOf(sheet, style)
  const dates = ['Received', 'Acknowledged']
  const lines = sheet.rows.map(({ cells }) =>
    columns.map((column) => {
      const cell = cells[column] ?? ''
      return dates.includes(column) && cell !== '' ? { date: serial(cell.replace(' ', 'T')) } : cell
    }),
  )
  const bytes = workbook([{ name: 'Log', rows: [columns, ...lines] }])
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(sheet.mapped.map((column) => [column, row.cells[column] ?? ''])),
  }))
  return deliveryOf({ source: sheet.source, name, at, bytes, rows, refused: null })
}

const addresses = {
  requester: 'Kim Park <kim@uni.example>',
  staff: 'Ann Lee <ann.lee@example.ac.uk>',
  machine: 'Service Desk <servicedesk@example.ac.uk>',
} as const
const mailbox = 'escalations@example.ac.uk'
const mailDate = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000')

function messageText({ ticket, messages }: Escalation, message: Message): string {
  const [first] = messages
  return [
    `From ${message.from} ${mailDate(message.at)}`,
    `From: ${addresses[message.from]}`,
    `To: ${message.from === 'requester' ? mailbox : addresses.requester}`,
    `Subject: ${message === first ? '' : 'Re: '}Still no answer on ${ticket}`,
    `Date: ${mailDate(message.at)}`,
    `Message-ID: <${message.id}@uni.example>`,
    ...(message === first ? [] : [`In-Reply-To: <${first?.id}@uni.example>`]),
    ...(message.from === 'machine' ? ['Auto-Submitted: auto-replied'] : []),
    '',
    `This is ${message.id}.`,
    '',
    '',
  ].join('\n')
}

/** All mail of the mailbox up to an instant, as one mbox in the order of its messages. */
export function mailOf({ escalations }: Truth, name: string, at: number): Delivery {
  const written = escalations
    .flatMap((escalation) => escalation.messages.map((message) => ({ escalation, message })))
    .filter(({ message }) => message.at <= at)
    .toSorted((one, other) => one.message.at - other.message.at)
  const rows = written.map(({ escalation, message }): Row => {
    const told = { item: escalation.ref, thing: message.id, at: message.at, begun: escalation.received }
    const isReply = message.from === 'staff'
    const says = { status: null, owner: '', acknowledged: null, isReply, priority: null }
    return { fact: { ...told, ...says }, cells: { id: message.id }, fault: null }
  })
  const text = written.map(({ escalation, message }) => messageText(escalation, message)).join('')
  return deliveryOf({ source: 'mail', name, at, bytes: text, rows, refused: null })
}
