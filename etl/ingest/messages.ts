import { type Request, readRequest, routeOf } from '../../data/shared/intake.ts'
import { ticketNumbersIn } from '../../data/shared/intake-numbers.ts'
import type { MailSettings } from '../config/settings.ts'

type Told<Names extends string> = Readonly<Record<Names, string | null>>

/** A message as its row says it: `is_automatic` is "true" or "false", `description` its text. */
export type Message = Told<
  | 'message_id'
  | 'in_reply_to'
  | 'references'
  | 'conversation_id'
  | 'at'
  | 'from'
  | 'to'
  | 'is_automatic'
  | 'subject'
  | 'description'
>

/** What is kept of a message: nothing of its text but ticket numbers and the answers that the intake form offers. */
export interface MessageFacts
  extends Told<
    | 'message_id'
    | 'conversation_id'
    | 'at'
    /** Ids of the messages before it in its thread, the first message first, separated by a blank. */
    | 'parents'
    /** Address of whoever asks, in lower case: of an inbound message that a person wrote. */
    | 'requester'
    /** Address of the sender, in lower case. */
    | 'actor'
    /** Display name, else address, of the person who answered. */
    | 'owner'
    /** Ticket numbers, in upper case without blanks or hyphens where they fit the pattern so, separated by a blank. */
    | 'ticket_id'
    | 'reason'
    | 'impact'
    | 'wanted'
    | 'needed_by'
    /** `form` or `mailbox`; inbound messages only. */
    | 'route'
  > {
  /** Inbound or outbound; automatic ones apart. */
  readonly direction: 'in' | 'out' | 'auto_in' | 'auto_out'
}

interface Sender {
  readonly name: string | null
  readonly address: string | null
}

const isAddress = (text: string): boolean => /^[^\s@<>]+@[^\s@<>]+$/.test(text)

/** `Name <address>`, an address, or a name alone. */
function senderOf(from: string | null): Sender {
  const [, before = '', inside = ''] = /^([^<]*)<([^<>]*)>\s*$/.exec(from ?? '') ?? [null, from ?? '', '']
  const bare = before.trim().replace(/^(['"])(.*)\1$/, '$2')
  const address = [inside.trim(), bare].find(isAddress)?.toLowerCase() ?? null
  const isNamed = bare !== '' && bare.toLowerCase() !== address
  return { name: isNamed ? bare : null, address }
}

const isWithin = (domain: string, parents: readonly string[]): boolean =>
  parents.some((parent) => domain === parent || domain.endsWith(`.${parent}`))

function isOfStaff(address: string, mail: MailSettings, staff: ReadonlySet<string>): boolean {
  return (
    mail.addresses.includes(address) ||
    mail.staffAddresses.includes(address) ||
    staff.has(address) ||
    isWithin(address.slice(address.lastIndexOf('@') + 1), mail.staffDomains)
  )
}

/** Message ids as they are written: in angle brackets, or separated by blanks where a table leaves those out. */
const idsIn = (text: string | null): readonly string[] =>
  text?.match(/<[^<>\s]+>/g) ?? text?.split(/[\s,;]+/).filter(Boolean) ?? []

function parentsOf({ message_id, references, in_reply_to }: Message): string | null {
  const ids = new Set([...idsIn(references), ...idsIn(in_reply_to)])
  ids.delete(message_id ?? '')
  return [...ids].join(' ') || null
}

const unquoted = (body: string): string =>
  body
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')

/**
 * The tickets of a message. What a form's block names is what its requester means, and where it names none the subject
 * says: whoever writes own words beside it may mention another ticket. Of any other message all of its own text counts.
 */
function ticketsOf({ subject, description }: Message, asked: Request | null, pattern: RegExp): Set<string> {
  const numbersIn = (text: string | null): readonly string[] => ticketNumbersIn(text ?? '', pattern)
  const named = numbersIn(asked?.tickets.join(', ') ?? '')
  if (named.length > 0) return new Set(named)
  return new Set([...numbersIn(subject), ...(asked ? [] : numbersIn(unquoted(description ?? '')))])
}

/**
 * What a message says of an escalation. It is outbound if its sender is the mailbox, is in `staff` (addresses in lower case),
 * or is staff by `mail`; one without an address is inbound. The owner is whoever answered in person: an answer sent as
 * the shared mailbox names nobody, whatever its display name. Only the block of the message itself counts, none that it quotes.
 */
export function messageFacts(message: Message, mail: MailSettings, staff: ReadonlySet<string>): MessageFacts {
  const { name, address } = senderOf(message.from)
  const isOut = address !== null && isOfStaff(address, mail, staff)
  const isAutomatic = message.is_automatic === 'true'
  const body = message.description ?? ''
  const request = readRequest(body)
  const pattern = new RegExp(mail.ticketPattern, 'g')
  // an answer that repeats a request below its own words is not that request
  const tickets = ticketsOf(message, isOut ? null : request, pattern)
  return {
    message_id: message.message_id,
    parents: parentsOf(message),
    conversation_id: message.conversation_id,
    at: message.at,
    direction: `${isAutomatic ? 'auto_' : ''}${isOut ? 'out' : 'in'}`,
    requester: isOut || isAutomatic ? null : address,
    actor: address,
    owner: isOut && !isAutomatic && !mail.addresses.includes(address) ? (name ?? address) : null,
    ticket_id: [...tickets].join(' ') || null,
    reason: request?.reason ?? null,
    impact: request?.impact ?? null,
    wanted: request?.wanted ?? null,
    needed_by: request?.needed_by ?? null,
    route: isOut ? null : routeOf(request),
  }
}
