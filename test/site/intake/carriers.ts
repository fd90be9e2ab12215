/** How a message gets from the form into a mailbox or a table. */
import fc from 'fast-check'
import { draftFile } from '../../../site/intake/eml.ts'
import { mailAddress } from '../../../site/intake/mailto.ts'
import type { Message } from '../../../site/intake/message.ts'
import { type Mangling, mangled } from './hostile.ts'

/** What was sent, as its receiver has it. */
export interface Sent {
  readonly subject: string
  /** The text, as plain as it was received. */
  readonly text: string
  /** The message as bytes in ASCII or UTF-8, lines in CRLF, without the headers that sending adds. */
  readonly source: string
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n')
const base64 = (text: string): string => utf8(text).toString('base64').replace(/.{76}/g, '$&\r\n')

/** Quoted-printable (RFC 2045, 6.7), with soft breaks where a line grows long. */
const quotedPrintable = (text: string): string =>
  text
    .split('\r\n')
    .map((line) => {
      const coded = Array.from(utf8(line), (byte) =>
        (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      )
      const kept = coded.at(-1) === ' ' ? [...coded.slice(0, -1), '=20'] : coded
      return kept
        .reduce<string[]>(
          (lines, one) => {
            const last = lines.at(-1) ?? ''
            return last.length + one.length > 75
              ? [...lines.slice(0, -1), `${last}=`, one]
              : [...lines.slice(0, -1), last + one]
          },
          [''],
        )
        .join('\r\n')
    })
    .join('\r\n')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('  ', '&nbsp; ')

const lines = (text: string): string[] => escaped(text).split(/\r?\n/)

/** Lines that another program may join are told by a blank at their end, so no others may have one (RFC 3676, 4.2). */
const flowed = (text: string): string => text.replace(/[ \t]+$/gm, '').replace(/^(?= |>|From )/gm, ' ')

/** How a program writes a text into a message: headers, and the body. */
const writers: Readonly<Record<string, (text: string) => readonly [headers: string, body: string]>> = {
  base64: (text) => [
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64',
    base64(text),
  ],
  'quoted-printable': (text) => [
    'Content-Type: text/plain; charset="UTF-8"; format=flowed\r\nContent-Transfer-Encoding: quoted-printable',
    quotedPrintable(flowed(text)),
  ],
  '8bit': (text) => ['Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit', text],
  // every line says that the next belongs to it, so that a reader makes one line of them
  'flowed by mistake': (text) => [
    'Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: base64',
    base64(text.replaceAll('\r\n', ' \r\n')),
  ],
  'HTML of Gmail': (text) => [
    'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64',
    base64(
      `<div dir="ltr">${lines(text)
        .map((line) => `<div>${line || '<br>'}</div>`)
        .join('')}</div>`,
    ),
  ],
  'HTML of Outlook': (text) => [
    'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64',
    base64(`<html><body><p class=MsoNormal>${lines(text).join('<br>\r\n')}<o:p></o:p></p></body></html>`),
  ],
}

const encodedSubject = (subject: string): string =>
  /^[ -~]*$/.test(subject) ? subject : `=?utf-8?B?${utf8(subject).toString('base64')}?=`

function composed(subject: string, text: string, writer: string): Sent {
  const [headers, body] = writers[writer]?.(crlf(text)) ?? ['', '']
  return {
    subject,
    text,
    source: `Subject: ${encodedSubject(subject)}\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}\r\n`,
  }
}

/** Subject and text as a mail program takes them from a `mailto:` address (RFC 6068). */
export function fromAddress(address: string): { subject: string; text: string } {
  const fields = new Map(
    address
      .slice(address.indexOf('?') + 1)
      .split('&')
      .map((field) => field.split('=', 2).map(decodeURIComponent) as [string, string]),
  )
  return { subject: fields.get('subject') ?? '', text: fields.get('body') ?? '' }
}

/** The text that a draft file holds. */
const textOfDraft = (file: string): string =>
  Buffer.from(file.slice(file.indexOf('\r\n\r\n')), 'base64').toString('utf8')

export interface Way {
  readonly carrier: 'mailto' | 'eml' | 'pasted'
  readonly program: Mangling
  readonly writer: string
}

export const anyWay: fc.Arbitrary<Way> = fc.record({
  carrier: fc.constantFrom('mailto', 'eml', 'pasted'),
  program: mangled,
  writer: fc.constantFrom(...Object.keys(writers)),
})

/** A message as it is received that was taken from the form in one way. */
export function sent(message: Message, { carrier, program, writer }: Way): Sent {
  if (carrier === 'eml') {
    const file = draftFile(message)
    return { subject: message.subject, text: textOfDraft(file), source: file.replace('X-Unsent: 1\r\n', '') }
  }
  const { subject, text } = carrier === 'mailto' ? fromAddress(mailAddress(message)) : message
  return composed(subject, program.change(text.replaceAll('\r\n', '\n')), writer)
}
