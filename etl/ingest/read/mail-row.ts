import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import PostalMime, { type Address, addressParser, type Email } from 'postal-mime'
import { htmlToText } from './html-text.ts'
import { isAutomatic } from './mail-automatic.ts'
import { mailDate, receivedDate } from './mail-date.ts'

/** The cells of one message, in the order of `mailHeader`. */
export type MessageRow = readonly string[]

export const blankMessage: MessageRow = Array<string>(9).fill('')

const mostCharactersInText = 100_000
const windows1252 = new TextDecoder('windows-1252')

/** Headers in raw 8-bit bytes are UTF-8 (RFC 6532) or, in old mail, windows-1252: the parser knows the first only. */
function withReadableHeaders(message: Buffer): Buffer {
  const ends = [message.indexOf('\n\n'), message.indexOf('\n\r\n')].filter((end) => end >= 0)
  const end = ends.length > 0 ? Math.min(...ends) : message.length
  const header = message.subarray(0, end)
  if (isUtf8(header)) return message
  return Buffer.concat([Buffer.from(windows1252.decode(header)), message.subarray(end)])
}

const headersOf = ({ headers }: Email, name: string): string[] =>
  headers.filter(({ key }) => key === name).map(({ value }) => value)

/** Text in one line, without what a database or a terminal would stumble over. */
const oneLine = (text: string | undefined): string =>
  (text ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .toWellFormed()
    .trim()

/** The ids of a header, each with its angle brackets, without the blanks that folding left in them. */
const idsIn = (text: string | undefined): string[] =>
  (text?.match(/<[^<>]+>/g) ?? []).map((id) => id.replace(/\s+/g, '')).filter((id) => id.length > 2)

/** A message's own id. One without brackets, as broken senders write it, gets them. */
function idOf(text: string | undefined): string {
  const bare = oneLine(text)
  return idsIn(bare)[0] ?? (/^[^\s<>]+$/.test(bare) ? `<${bare}>` : '')
}

const addressesOf = (list: readonly Address[] = []): string[] =>
  list
    .flatMap((one) => one.group ?? [one])
    .map(({ address }) => oneLine(address).toLowerCase())
    .filter((address) => address.includes('@'))

function senderOf({ from, sender }: Email): string {
  const one = [from, sender].flatMap((found) => (found ? (found.group ?? [found]) : []))[0]
  const address = oneLine(one?.address)
  const name = oneLine(one?.name?.replace(/[<>]/g, ''))
  return name && address && name !== address ? `${name} <${address}>` : address || name
}

function textOf({ text, html }: Email): string {
  const plain = text?.trim() ? text : htmlToText(html ?? '')
  return plain.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed().trim()
}

/** An id for a message that has none. It is made of what copies of it in other mailboxes have in common. */
function madeId(parts: readonly string[]): string {
  const same = parts.map((part) => part.replace(/\s+/g, ' ').trim())
  return `<made-${createHash('sha256').update(JSON.stringify(same)).digest('hex').slice(0, 32)}@none>`
}

function rowOf(email: Email): MessageRow {
  const header = (name: string): string[] => headersOf(email, name)
  const dated = mailDate(header('date')[0])
  const at = dated ?? header('received').map(receivedDate).find(Boolean) ?? ''
  const from = senderOf(email)
  const addressed = addressesOf([...(email.to ?? []), ...(email.cc ?? [])])
  const delivered = addressesOf(header('delivered-to').flatMap((value) => addressParser(value)))
  const subject = oneLine(email.subject)
  const text = textOf(email)
  const own = idOf(header('message-id')[0])
  if (!own && !from && !at) return blankMessage
  return [
    own || madeId([dated ?? '', from, addressed.join(', '), subject, text]),
    idsIn(header('in-reply-to').join(' ')).join(' '),
    idsIn(header('references').join(' ')).join(' '),
    at,
    from,
    [...new Set([...addressed, ...delivered])].join(', '),
    String(isAutomatic(header, from)),
    subject,
    text.slice(0, mostCharactersInText).toWellFormed(),
  ]
}

/** What a message says, as cells. One that cannot be read at all is `blankMessage`; nothing in a message makes it throw. */
export async function messageRow(message: Buffer): Promise<MessageRow> {
  try {
    // what is attached is not what the message says, and postal-mime would write its dates in this machine's zone
    return rowOf(await PostalMime.parse(withReadableHeaders(message), { forceRfc822Attachments: true }))
  } catch {
    return blankMessage
  }
}
