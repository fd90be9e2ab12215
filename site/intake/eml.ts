import type { Message } from './message.ts'

const charactersInLine = 76
/** Bytes of an encoded word: with its marks and the header's name its line has at most 76 characters (RFC 2047, 2). */
const bytesInWord = 39

const utf8 = new TextEncoder()
const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** A text in pieces of at most so many bytes, no character of it cut. */
function piecesOf(text: string, mostBytes: number): string[] {
  const pieces = ['']
  for (const character of text) {
    const longer = `${pieces.at(-1)}${character}`
    if (utf8.encode(longer).length > mostBytes) pieces.push(character)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}

/** A header's text: ASCII as it stands, anything else as encoded words, one a line. */
function headerText(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (/^[ -~]*$/.test(line)) return line
  return piecesOf(line, bytesInWord)
    .map((piece) => `=?utf-8?B?${base64(utf8.encode(piece))}?=`)
    .join('\r\n ')
}

/**
 * A message as an .eml file that a mail program opens as a draft (`X-Unsent: 1`): it has no date, no sender and no id, which
 * the program adds when it is sent. ASCII throughout, so that nothing on its way changes it.
 */
export function draftFile({ to, subject, text }: Message): string {
  const body = base64(utf8.encode(`${text.replaceAll('\n', '\r\n')}\r\n`))
  const lines = body.match(new RegExp(`.{1,${charactersInLine}}`, 'g')) ?? []
  const headers = [
    `To: ${headerText(to)}`,
    `Subject: ${headerText(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  return [...headers, '', ...lines, ''].join('\r\n')
}

/** The file as an address to download it from. */
export const draftAddress = (message: Message): string =>
  `data:message/rfc822;base64,${btoa(draftFile(message))}`

/** A name for the file that says what it is, in characters that every system takes. */
export const draftName = (tickets: readonly string[]): string =>
  `${['it-escalation', ...tickets.slice(0, 1)].join('-').replace(/[^A-Za-z0-9]+/g, '-')}.eml`
