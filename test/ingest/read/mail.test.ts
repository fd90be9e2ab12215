import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mailHeader, readMail, tooLargeMessage } from '../../../etl/ingest/read/mail.ts'
import { mailDate } from '../../../etl/ingest/read/mail-date.ts'
import { Refusal } from '../../../etl/ingest/refusal.ts'
import { folder } from '../../support/installation.ts'

const from = 'From - Mon Mar  2 09:00:00 2026\n'
const place = folder()

async function read(bytes: string | Uint8Array, name = 'mail.mbox'): Promise<readonly (readonly string[])[]> {
  const path = join(await place, `${crypto.randomUUID()}-${name}`)
  await writeFile(path, bytes)
  const [header, ...rows] = (await Array.fromAsync(readMail(path, name).batches)).flat()
  expect(header).toEqual(mailHeader)
  return rows
}

type Cells = Record<string, string>
const cells = (row: readonly string[] = []): Cells =>
  Object.fromEntries(mailHeader.map((name, index) => [name, row[index] ?? 'no cell']))

/** The one message of an .eml file, by column. */
const one = async (message: string | Uint8Array): Promise<Cells> => cells((await read(message, 'one.eml'))[0])

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const mail = (headers: string, body = 'hello\n'): string => `From: ann@x.ac.uk\n${headers}\n\n${body}`
const typed = (type: string, body: string): string => mail(`Content-Type: ${type}`, body)

test('a message is a row with a cell for each fact', async () => {
  const text = `Return-Path: <ann@x.ac.uk>
Delivered-To: Escalations@X.ac.uk
Received: from a by b with ESMTPS; Mon, 2 Mar 2026 09:00:07 +0000
Date: Mon, 2 Mar 2026 10:00:00 +0100
From: =?UTF-8?Q?Zo=C3=AB_Lee?= <Ann@x.ac.uk>
To: "Escalations, IT" <escalations@x.ac.uk>, Team: Bo <bo@x.ac.uk>, cy@x.ac.uk;
Cc: Dee <dee@x.ac.uk>
Message-ID: <a1@x.ac.uk>
In-Reply-To: Your message of Monday <a0@x.ac.uk>
References: <r@x.ac.uk>
\t<a0@x.ac.uk>
Subject: =?iso-8859-1?Q?Caf=E9?=
 INC0123456

Please look.
`
  expect(await one(text)).toEqual({
    message_id: '<a1@x.ac.uk>',
    in_reply_to: '<a0@x.ac.uk>',
    references: '<r@x.ac.uk> <a0@x.ac.uk>',
    at: '2026-03-02T09:00:00Z',
    from: 'Zoë Lee <Ann@x.ac.uk>',
    to: 'escalations@x.ac.uk, bo@x.ac.uk, cy@x.ac.uk, dee@x.ac.uk',
    is_automatic: 'false',
    subject: 'Café INC0123456',
    description: 'Please look.',
  })
  expect(await one(text.replaceAll('\n', '\r\n'))).toEqual(await one(text))
})

describe('the text of a message', () => {
  const qp = 'Content-Transfer-Encoding: quoted-printable'
  const b64 = 'Content-Transfer-Encoding: base64'
  const parts = (type: string, ...all: string[]): string =>
    typed(
      `multipart/${type}; boundary="b"`,
      `preamble\n${all.map((part) => `--b\n${part}\n`).join('')}--b--\n`,
    )
  test.each<[string, string | Uint8Array, string]>([
    ['in UTF-8', typed('text/plain; charset=utf-8', 'naïve 𝛼'), 'naïve 𝛼'],
    ['in windows-1252', latin1(typed('text/plain; charset="Windows-1252"', 'caf\xe9 \x80')), 'café €'],
    ['in a charset that nobody knows', latin1(typed('text/plain; charset=x-martian', 'caf\xe9')), 'café'],
    ['in bytes that are not its charset', latin1(typed('text/plain; charset=utf-8', 'caf\xe9 x')), 'caf\uFFFD x'],
    ['quoted-printable', typed(`text/plain; charset=utf-8\n${qp}`, 'caf=C3=A9 =\non =ZZ ='), 'café on =ZZ'],
    ['base64', typed(`text/plain; charset=utf-8\n${b64}`, 'Y2Fmw6k=\n'), 'café'],
    ['base64 that is cut off', typed(`text/plain; charset=utf-8\n${b64}`, 'Y2Fmw6\n'), 'caf\uFFFD'],
    ['base64 with rubbish in it', typed(`text/plain\n${b64}`, '!!aGVs*bG8=\n~~'), 'hello'],
    ['of two kinds: the plain one', parts('alternative', 'Content-Type: text/plain\n\nplain', 'Content-Type: text/html\n\n<p>rich'), 'plain'],
    ['of two kinds, the plain one blank', parts('alternative', 'Content-Type: text/plain\n\n \n', 'Content-Type: text/html\n\n<p>rich</p>'), 'rich'],
    ['with an attachment', parts('mixed', 'Content-Type: text/plain\n\nplain', 'Content-Type: text/plain\nContent-Disposition: attachment\n\nsecret'), 'plain'],
    ['with an attached message', parts('mixed', 'Content-Type: text/plain\n\nplain', 'Content-Type: message/rfc822\n\nFrom: b@x\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n\ninner'), 'plain'],
    ['with a part that never ends', typed('multipart/mixed; boundary=b', '--b\nContent-Type: text/plain\n\nplain\n'), 'plain'],
    ['with a boundary that never comes', typed('multipart/mixed; boundary=zzz', '--b\nContent-Type: text/plain\n\nplain\n'), ''],
    ['with soft line ends', typed('text/plain; format=flowed', 'one \ntwo\n'), 'one two'],
    ['with bytes of zero', typed('text/plain', 'a\0b'), 'ab'],
    ['in HTML alone', typed('text/html', '<html><head><title>t</title><style>p{}</style></head><body><p>Dear&nbsp;all,<br>a &lt; b</p><div>x&#233;</div><!-- no --><script>no</script></body></html>'), 'Dear all,\na < b\n\nxé'],
    ['in HTML that quotes', typed('text/html', '<div>new</div><blockquote><div>old</div><blockquote>older</blockquote></blockquote>'), 'new\n> old\n>> older'],
    ['in HTML with a table', typed('text/html', '<table><tr><td>Ref</td><td>INC0123456</td></tr><tr><td>x</td></tr></table>'), 'Ref INC0123456\nx'],
    ['in HTML that is broken', typed('text/html', 'before <b unclosed'), 'before'],
    ['that is missing', mail('Date: x', ''), ''],
  ])('%s', async (_, message, description) => {
    expect((await one(message)).description).toBe(description)
  }) // biome-ignore format: a table

  test('in HTML made to be slow is read soon all the same', async () => {
    const started = performance.now()
    for (const open of ['<!--', '<style>', '<a ', '<', '&#', '<blockquote>a'])
      await one(typed('text/html', open.repeat(200_000)))
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('is cut at 100,000 characters', async () => {
    expect((await one(typed('text/plain', 'x'.repeat(200_000)))).description).toHaveLength(100_000)
  })
})

describe('headers', () => {
  test.each<[string, string | Uint8Array, Cells]>([
    ['a subject in raw windows-1252', latin1('From: Zo\xeb <z@x.ac.uk>\nSubject: caf\xe9\n\nx'), { subject: 'café', from: 'Zoë <z@x.ac.uk>' }],
    ['a subject in raw UTF-8', mail('Subject: café'), { subject: 'café' }],
    ['a subject cut in the middle of a character', mail('Subject: =?UTF-8?B?Y2Fmw6?= x'), { subject: 'caf\uFFFD x' }],
    ['a subject in an unknown charset', mail('Subject: =?x-martian?Q?caf=E9?='), { subject: 'café' }],
    ['a subject twice', mail('Subject: first\nSubject: second'), { subject: 'first' }],
    ['a line that is no header', mail('this is no header\nSubject: s'), { subject: 's' }],
    ['names in any case', mail('SUBJECT: s\nmessage-id: <a@x>\ndATE: Mon, 2 Mar 2026 09:00:00 GMT'), { subject: 's', message_id: '<a@x>', at: '2026-03-02T09:00:00Z' }],
    ['an id with blanks in it', mail('Message-ID: <a\n b@x>'), { message_id: '<ab@x>' }],
    ['an id without brackets', mail('Message-ID: a@x'), { message_id: '<a@x>' }],
    ['an id on a line of its own', mail('Message-ID:\n <a@x>'), { message_id: '<a@x>' }],
    ['a sender without a name', 'From: Ann@x.ac.uk\n\nx', { from: 'Ann@x.ac.uk' }],
    ['a sender whose name is the address', 'From: "ann@x.ac.uk" <ann@x.ac.uk>\n\nx', { from: 'ann@x.ac.uk' }],
    ['a name that holds brackets', 'From: "a <b@y> c" <ann@x.ac.uk>\n\nx', { from: 'a b@y c <ann@x.ac.uk>' }],
    ['a name with the family name first', 'From: "Lee, Ann" <ann@x.ac.uk>\n\nx', { from: 'Lee, Ann <ann@x.ac.uk>' }],
    ['no From but a Sender', 'Sender: Ann <ann@x.ac.uk>\nDate: x\n\nx', { from: 'Ann <ann@x.ac.uk>' }],
    ['recipients that are hidden', mail('To: undisclosed-recipients:;'), { to: '' }],
    ['the envelope recipient', mail('To: all@x.ac.uk\nDelivered-To: Esc@x.ac.uk\nDelivered-To: esc@x.ac.uk'), { to: 'all@x.ac.uk, esc@x.ac.uk' }],
    ['a reply to several', mail('In-Reply-To: <a@x> <b@x>\nReferences: <a@x><b@x>,<c@x>'), { in_reply_to: '<a@x> <b@x>', references: '<a@x> <b@x> <c@x>' }],
    ['a header that never ends', `From: ann@x.ac.uk\nSubject: s`, { subject: 's', description: '' }],
    ['a copy of its From_ line', `>From - Mon Mar  2 09:00:00 2026\nFrom: ann@x.ac.uk\nSubject: s\n\nx`, { subject: 's', from: 'ann@x.ac.uk' }],
  ])('%s', async (_, message, expected) => {
    expect(await one(message)).toMatchObject(expected)
  }) // biome-ignore format: a table
})

describe('the date of a message', () => {
  test.each<[string, string | null]>([
    ['Mon, 2 Mar 2026 09:00:00 +0000', '2026-03-02T09:00:00Z'],
    ['Mon, 02 Mar 2026 09:00:00 -0500 (EST)', '2026-03-02T14:00:00Z'],
    ['2 Mar 26 09:00 GMT', '2026-03-02T09:00:00Z'],
    ['Sat, 30 May 2026 09:00:00 BST', '2026-05-30T08:00:00Z'],
    ['Mon,2 Mar 2026 09:00:60 Z', '2026-03-02T09:00:59Z'],
    ['Mon, 2 Mar 2026 9:05:00 +0530', '2026-03-02T03:35:00Z'],
    ['2026-03-02T09:00:00+01:00', '2026-03-02T08:00:00Z'],
    ['Mon, 2 Mar 2026 09:00:00', null],
    ['Mon, 2 Mar 2026 09:00:00 XYZ', null],
    ['Mon, 30 Feb 2026 09:00:00 +0000', null],
    ['Mon, 2 Mar 2026 25:00:00 +0000', null],
    ['Thu, 1 Jan 1970 00:00:00 +0000', null],
    ['Mon, 2 Mrz 2026 09:00:00 +0000', null],
    ['02/03/2026 09:00', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (text, at) => {
    expect(mailDate(text)).toBe(at)
  })

  const received =
    'Received: from a by b; Mon, 2 Mar 2026 09:00:07 +0000\nReceived: from c by a; Mon, 2 Mar 2026 08:00:00 +0000'
  test.each([
    ['is the sender’s, where it can be read', `${received}\nDate: Sun, 1 Mar 2026 09:00:00 +0000`, '2026-03-01T09:00:00Z'],
    ['is that of receipt, where there is none', received, '2026-03-02T09:00:07Z'],
    ['is that of receipt, where it cannot be read', `${received}\nDate: soon`, '2026-03-02T09:00:07Z'],
    ['is the next receipt, where the last has none', `Received: from z by y\n${received}`, '2026-03-02T09:00:07Z'],
    ['is missing, where nothing tells it', 'Date: soon', ''],
  ])('%s', async (_, headers, at) => {
    expect((await one(mail(headers))).at).toBe(at)
  }) // biome-ignore format: a table
})

describe('a message is automatic', () => {
  test.each([
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: auto-generated; x=1', true],
    ['Auto-Submitted: (a comment) auto-notified', true],
    ['Auto-Submitted: No', false],
    ['Auto-Submitted: no (by hand)', false],
    ['X-Autoreply: yes', true],
    ['X-Autoreply: no', false],
    ['X-Autorespond: holiday', true],
    ['Precedence: bulk', true],
    ['Precedence: Auto_Reply', true],
    ['Precedence: junk', true],
    ['Precedence: list', false],
    ['Return-Path: <>', true],
    ['Return-Path: < >', true],
    ['Return-Path: <ann@x.ac.uk>', false],
    ['X-Auto-Response-Suppress: DR, OOF, AutoReply', false],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=b', true],
    ['Subject: Automatic reply: hello', false],
  ])('%s: %s', async (header, is) => {
    expect((await one(mail(header))).is_automatic).toBe(String(is))
  })

  test('if a mailer-daemon sends it', async () => {
    expect((await one('From: Mail <MAILER-DAEMON@x.ac.uk>\n\nx')).is_automatic).toBe('true')
  })
})

describe('a message without an id', () => {
  const text = 'Date: Mon, 2 Mar 2026 09:00:00 +0000\nTo: esc@x.ac.uk\nSubject: s'
  const idOf = async (message: string): Promise<string | undefined> => (await one(message)).message_id

  test('has the same made one in every mailbox and with every line end', async () => {
    const id = await idOf(mail(text))
    expect(id).toMatch(/^<made-[0-9a-f]{32}@none>$/)
    expect(await idOf(mail(`Delivered-To: bo@x.ac.uk\n${text}`).replaceAll('\n', '\r\n'))).toBe(id)
    expect(cells((await read(`${from}${mail(text)}\n${from}${mail('Subject: t')}`))[0]).message_id).toBe(id)
  })

  test.each([
    ['date', text.replace('09:00', '09:01')],
    ['recipient', text.replace('esc@', 'help@')],
    ['subject', text.replace('s', 't')],
  ])('has another where its %s is another', async (_, other) => {
    expect(await idOf(mail(other))).not.toBe(await idOf(mail(text)))
  })
})

describe('a message that cannot be read', () => {
  const blank = Array<string>(9).fill('')
  test.each([
    ['is nothing', ''],
    ['has no header', '\n\nhello\n'],
    ['is binary', '\0\x01\x02\xff\xfe\n\0\0'],
    ['has more header than any mail', `X: ${'y'.repeat(3 << 20)}\nSubject: s\n\nx`],
    ['is nested without end', `${Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}`).join('\n')}\n`],
  ])('because it %s is a row of nothing, and the next is read', async (_, message) => {
    const rows = await read(latin1(`${from}${message}\n\n${from}${mail('Message-ID: <next@x>')}`))
    expect(rows[0]).toEqual(blank)
    expect(cells(rows[1]).message_id).toBe('<next@x>')
    expect(rows).toHaveLength(2)
  }) // biome-ignore format: a table

  test('because it is above the cap is the row that says so', async () => {
    const large = `${from}Message-ID: <large@x>\n\n${`${'x'.repeat(1023)}\n`.repeat(26 << 10)}\n`
    const rows = await read(`${large}${from}${mail('Message-ID: <next@x>')}`)
    expect(rows[0]).toBe(tooLargeMessage)
    expect(rows.map((row) => row[0])).toEqual(['', '<next@x>'])
  })
})

describe('a file is refused that', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['is empty', '', 'empty', /export/],
    ['is blank', '\r\n\n', 'empty', /export/],
    ['is a table', 'Subject,Body,From: (Name)\nhello,x,Ann\n', 'unreadable', /mbox.*\.eml.*entity: message/],
    ['is JSON', '{"from": "x"}', 'unreadable', /mbox/],
    ['is prose', 'From the desk of Ann\n\nhello\n', 'unreadable', /mbox/],
    ['has a header of something else', 'name: x\nkind: y\n', 'unreadable', /mbox/],
    ['is an Outlook message', ole, 'unreadable', /\.msg.*\.eml/],
    ['is an Outlook data file', latin1('!BDN\x01\x02'), 'unreadable', /\.pst.*mbox/],
    ['is a zip', latin1('PK\x03\x04\x14\0'), 'unreadable', /unpack/],
    ['is gzip', latin1('\x1f\x8b\x08\0'), 'unreadable', /unpack/],
    ['is UTF-16', Buffer.from('\uFEFFFrom: a@b\n', 'utf16le'), 'encoding', /UTF-16/],
    ['is binary', latin1('\x7fELF\0\0\0'), 'encoding', /mbox/],
  ])('%s', async (_, bytes, reason, message) => {
    const found = await read(bytes).catch((error: unknown) => error)
    expect(found).toBeInstanceOf(Refusal)
    expect(found).toMatchObject({ reason, message: expect.stringMatching(message) })
  }) // biome-ignore format: a table

  test('is not there, as the system says it', async () => {
    await expect(Array.fromAsync(readMail(join(await place, 'gone'), 'gone').batches)).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

test('a mark before the text of an mbox or a message does no harm', async () => {
  expect(
    (await read(`\uFEFF${from}${mail('Message-ID: <a@x>')}\n${from}${mail('Message-ID: <b@x>')}`)).length,
  ).toBe(2)
  expect((await one(`\uFEFF${mail('Message-ID: <a@x>')}`)).message_id).toBe('<a@x>')
})

test('any bytes between separators give a row each, and never throw', async () => {
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .array(fc.constantFrom('From: a <a@x>\n', 'Subject: =?utf-8?B?', 'Content-Type: multipart/mixed; boundary=b\n', '--b\n', '--b--\n', '\n', 'Content-Transfer-Encoding: base64\n', 'x\r', ' folded\n', 'Date: Mon, \n', 'Message-ID: <\n', '<p>&#x110000;'), { maxLength: 12 })
      .map((lines) => Buffer.from(lines.join(''))),
  ) // biome-ignore format: a list
  await fc.assert(
    fc.asyncProperty(fc.array(junk, { minLength: 1, maxLength: 6 }), async (messages) => {
      const bytes = Buffer.concat(
        messages.flatMap((message) => [Buffer.from(from), message, Buffer.from('\n\n')]),
      )
      const rows = await read(bytes)
      expect(rows).toHaveLength(messages.length)
      expect(rows.flat().every((cell) => typeof cell === 'string' && cell.isWellFormed())).toBe(true)
      expect(rows.every((row) => row.length === mailHeader.length)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('a thousand messages are a thousand rows in their order', async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `<${index}@x>`)
  const rows = await read(ids.map((id) => `${from}${mail(`Message-ID: ${id}`)}\n`).join(''))
  expect(rows.map(([id]) => id)).toEqual(ids)
})
