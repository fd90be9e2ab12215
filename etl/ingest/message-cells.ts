import type { Header } from '../../data/shared/header.ts'
import { mapValue, readCell } from '../../data/shared/reading.ts'
import type { MailSettings, Source } from '../config/settings.ts'
import { keyedColumn, type LandedColumn } from './landed-columns.ts'
import { type Message, type MessageFacts, messageFacts } from './messages.ts'

/** What is landed of a message: nothing of its text, and no address. */
const landed = [
  'message_id',
  'parents',
  'conversation_id',
  'at',
  'direction',
  'requester',
  'actor',
  'owner',
  'ticket_id',
  'reason',
  'impact',
  'wanted',
  'needed_by',
  'route',
] as const satisfies readonly (keyof MessageFacts)[]

const written = [
  'message_id',
  'in_reply_to',
  'references',
  'conversation_id',
  'at',
  'from',
  'to',
  'is_automatic',
  'subject',
  'description',
] as const satisfies readonly (keyof Message)[]

/** How the facts of a message are landed, given the SQL column of each. */
export const messageColumnsOf = (cell: (index: number) => string): LandedColumn[] =>
  landed.map((name, index) => {
    if (name !== 'parents') return keyedColumn(name, cell(index))
    const ids = `list_transform(string_split(${cell(index)}, ' '), lambda id: keyed(id))`
    return { name, expression: `array_to_string(${ids}, ' ')` }
  })

/** Reads a row as a message and takes its facts, in the order of the landed columns. */
export function messageReader(
  header: Header,
  { reading, values }: Source,
  mail: MailSettings,
  staff: ReadonlySet<string>,
): (row: readonly string[]) => (string | null)[] {
  const columns = written.map((name) => ({
    name,
    cells: header.cells.get(name),
    column: reading.columns[name],
    map: values[name] ?? {},
  }))
  return (row) => {
    const cells = columns.map(({ name, cells: at, column, map }) => {
      const cell = at && column ? readCell(row, at, column, reading.nulls) : null
      return [name, cell === null ? null : (mapValue(map, cell) ?? cell)]
    })
    const facts = messageFacts(Object.fromEntries(cells) as Message, mail, staff)
    return landed.map((name) => facts[name])
  }
}
