import type { Aliases } from './aliases.ts'
import { guessColumns, type Kind } from './mapping.ts'
import type { Row } from './rows.ts'
import type { Survey } from './survey.ts'
import { count } from './text.ts'

/** What a table tells of, or by which rows, and why that is believed. */
type Guessed<Part extends keyof Kind> = Pick<Kind, Part> & { readonly why: string }

/** Whether rows are messages, escalations or tickets, by the file's name and header. */
export function entityOf(name: string, header: Row, aliases: Aliases): Guessed<'entity'> {
  const asMessages = guessColumns(header, aliases, { entity: 'message', grain: 'event' })
  if (
    (['message_id', 'at', 'from'] as const).every((column) =>
      asMessages.some((guess) => guess.column === column),
    )
  )
    return { entity: 'message', why: 'a row a message' }
  if ([name, ...header].some((text) => /escalat/i.test(text)))
    return { entity: 'escalation', why: 'escalation, since its name or header says so, or ticket' }
  const found = guessColumns(header, aliases, { entity: 'escalation', grain: 'item' })
  const [own, ticket] = (['id', 'ticket_id'] as const).map((column) =>
    found.find((guess) => guess.column === column),
  )
  return own && ticket && own.cell !== ticket.cell
    ? { entity: 'escalation', why: 'escalation, since it names a ticket beside its own number, or ticket' }
    : { entity: 'ticket', why: 'ticket or escalation' }
}

/** Whether a row is an item or one change of it, by whether ids repeat. */
export function grainOf(
  header: Row,
  aliases: Aliases,
  entity: Kind['entity'],
  { ids }: Survey,
): Guessed<'grain'> {
  if (ids.filled === 0) return { grain: 'item', why: 'item (a row an item) or event (a row a change)' }
  const counts = `${count(ids.filled, 'row')}, ${count(ids.distinct, 'different id')}`
  if (ids.filled < ids.distinct * 1.1) return { grain: 'item', why: `a row an item: ${counts}` }
  const hasTime = guessColumns(header, aliases, { entity, grain: 'event' }).some(
    ({ column }) => column === 'at',
  )
  return hasTime
    ? { grain: 'event', why: `a row a change: ${counts}` }
    : { grain: 'item', why: `ids repeat (${counts}), yet no column says when a row was written` }
}
