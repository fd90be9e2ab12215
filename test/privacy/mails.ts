/** Mail in which everything that people write or are called by is a token: headers, text in each encoding, attachments. */
import type { Tokens } from './tokens.ts'

interface Mail {
  readonly index: number
  readonly isReply: boolean
  readonly isTogether: boolean
}

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n')
const dateOf = (index: number, hour: number): string =>
  new Date(Date.UTC(2026, 2, 2 + (index % 20), hour, index % 60)).toUTCString().replace('GMT', '+0000')

function bodyOf(tokens: Tokens, from: string): string {
  const text = () => `It is ${tokens.next('body', from)} again.`
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(text()),
    '--outer',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p title="${tokens.next('body', from, 'word')}">${text()}</p>`,
    '--outer',
    `Content-Type: text/csv; name="${tokens.next('body', from, 'word')}.csv"`,
    `Content-Disposition: attachment; filename="${tokens.next('body', from, 'word')}.csv"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(text()),
    '--outer',
    'Content-Type: message/rfc822',
    '',
    `From: ${tokens.next('body', from, 'address')}`,
    `Subject: ${tokens.next('body', from, 'word')}`,
    '',
    text(),
    '--outer--',
    '',
  ].join('\n')
}

function mailOf({ index, isReply, isTogether }: Mail, tokens: Tokens, from: string): string {
  const asks = tokens.next('requester', from, 'address')
  const asker = `${tokens.next('requester', from, 'word')} <${asks}>`
  const id = `<m${index}.${tokens.next('body', from, 'user')}@mail.example>`
  const head = (sender: string, to: string, own: string, more: readonly string[]): string =>
    [
      ...(isTogether ? [`From ${asks} Mon Mar 16 09:05:01 2026`] : []),
      `Return-Path: <${tokens.next('body', from, 'address')}>`,
      `Received: from ${tokens.next('body', from, 'word')}.example by mail.example; ${dateOf(index, 9)}`,
      `Message-ID: ${own}`,
      `From: ${sender}`,
      `To: ${to}`,
      `Cc: ${tokens.next('body', from, 'word')} <${tokens.next('body', from, 'address')}>`,
      `Reply-To: ${tokens.next('body', from, 'address')}`,
      `X-Originating-User: ${tokens.next('body', from, 'user')}`,
      `Subject: ${tokens.next('body', from)} =?utf-8?B?${base64(tokens.next('body', from, 'word'))}?=`,
      ...more,
    ].join('\n')
  const first = `${head(asker, 'desk@example.ac.uk', id, [`Date: ${dateOf(index, 9)}`])}\n${bodyOf(tokens, from)}\n`
  if (!isReply) return first
  const reply = head(
    `${tokens.next('owner', from, 'word')} <${tokens.next('actor', from, 'user')}@staff.example>`,
    asker,
    `<r${index}@staff.example>`,
    [`Date: ${dateOf(index, 11)}`, `In-Reply-To: ${id}`, `References: ${id}`],
  )
  return `${first}${reply}\n${bodyOf(tokens, from)}\n`
}

/** A mailbox of threads, each with an answer; the last message says when it was sent in no words that anybody reads. */
export function mailbox(count: number, tokens: Tokens): string {
  const threads = Array.from({ length: count }, (_, index) =>
    mailOf({ index, isReply: true, isTogether: true }, tokens, 'mbox'),
  )
  const undated = mailOf({ index: count, isReply: false, isTogether: true }, tokens, 'mbox undated')
  return [
    ...threads,
    undated
      .replace(/^Date: .*$/m, `Date: ${tokens.next('date', 'mbox date', 'word')}`)
      .replace(/; .*\+0000$/m, ''),
  ].join('')
}

/** One message. */
export const letter = (tokens: Tokens): string =>
  mailOf({ index: 1, isReply: false, isTogether: false }, tokens, 'eml')
