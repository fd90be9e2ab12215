import { expect, test } from 'vitest'
import { seen } from '../inspect/seen.ts'
import { csv } from '../support/config.ts'

test('a record at the top of a file is not taken for its header', async () => {
  const record = (id: string) => `${id},2026-03-02T09:00,Jane Smith,07700 900123,It is slow`
  const { code, text } = await seen('calls.csv', csv(record('C1'), record('C2'), record('C3')))
  expect(code).toBe(1)
  expect(text).toContain('it is a record and no header')
  expect(text).not.toMatch(/Jane|07700|slow/)
})

const mail = (from: string, to: string, at: string) =>
  `From: ${from}\nTo: ${to}\nDate: ${at}\nMessage-ID: <${at.replace(/\W/g, '')}@x>\nSubject: Slow\n\nIt is slow.\n`

test('an address that one person alone wrote to is not shown for a mailbox', async () => {
  const { text } = await seen(
    'one.eml',
    mail('desk@example.ac.uk', 'jane.smith@example.org', 'Mon, 2 Mar 2026 09:00:00 +0000'),
  )
  expect(text).toContain('choose whose mailbox it is')
  expect(text).not.toMatch(/jane|smith/i)
})

test('the words of a state are shown, and of who closed it those alone that stand often', async () => {
  const rows = ['Jane Smith', 'John Doe', 'Agent', 'Agent', 'Agent', 'Requester'].map(
    (closed, index) =>
      `C${index},2026-03-02T09:0${index},${index === 5 ? 'Parked' : 'Closed'},${closed},2026-03-03T09:00`,
  )
  const { text } = await seen('calls.csv', csv('Number,Opened,Status,Closed by,Closed', ...rows))
  expect(text).toContain('Parked')
  expect(text).not.toMatch(/Jane|John/)
})
