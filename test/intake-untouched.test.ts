/** A mail whose lines nobody filled in names no ticket: an example in it would be counted as one. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Message, messageFacts } from '../etl/ingest/messages.ts'
import { questionLines } from '../site/intake/questions.ts'
import { mail } from '../site/links.ts'
import { requestLines, requestSubject } from '../site/request.ts'
import { fromAddress } from './site/intake/carriers.ts'

const to = 'escalations@example.ac.uk'
const received = (subject: string, text: string): Message => ({
  message_id: '<1@x.ac.uk>',
  in_reply_to: null,
  references: null,
  conversation_id: null,
  at: '2026-11-20T09:00:00Z',
  from: 'ann@x.ac.uk',
  to,
  is_automatic: 'false',
  subject,
  description: text,
})

const ticketsOf = ({ subject, text }: { subject: string; text: string }, pattern: string): string | null =>
  messageFacts(
    received(subject, text),
    { addresses: [to], staffDomains: [], staffAddresses: [], isAnswererOwner: true, ticketPattern: pattern },
    new Set(),
  ).ticket_id

/** The lines that are copied, and the subject that they name. */
function copied(page: string): { subject: string; text: string } {
  const text = /```\n([\s\S]*?)\n```/.exec(page)?.[1] ?? ''
  return { subject: /^Subject: (.*)$/m.exec(text)?.[1] ?? '', text }
}

const withExample = (page: string): string => page.replaceAll('{ticket_example}', 'INC0123456')
const templateOf = (folder: string) => copied(withExample(readFileSync(`data/${folder}/template.md`, 'utf8')))

describe.each([
  ['the lines that the address fills in', fromAddress(mail(to, requestSubject, requestLines))],
  ['the form’s own lines', { subject: requestSubject, text: questionLines.join('\n') }],
  ['the neutral text to copy', templateOf('procedure')],
  ['the sample’s text to copy', templateOf('sample/procedure')],
])('%s', (_, sent) => {
  test.each(['\\b(INC|REQ)\\d{6,}\\b', '\\bIT-\\d+\\b', '\\b\\d{6}\\b'])(
    'name no ticket of %s',
    (pattern) => {
      expect(sent.text.split('\n').length).toBeGreaterThan(3)
      expect(ticketsOf(sent, pattern)).toBeNull()
    },
  )

  test('name one where it is filled in', () => {
    const text = sent.text.replace(/(ticket number:) ?/i, '$1 INC0000123')
    expect(ticketsOf({ ...sent, text }, '\\bINC\\d{6,}\\b')).toBe('INC0000123')
  })
})
