import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { memory } from '../support/memory.ts'

let database: Database
beforeAll(async () => {
  database = await memory()
})

interface Kept {
  readonly subject: string | null
  readonly once: string | null
  /** What is kept of that. */
  readonly twice: string | null
}

/** What is kept of subjects, which stand in a table as they do at night. */
async function kept(subjects: readonly string[], pattern = '\\b(INC|REQ)\\d{6,}\\b'): Promise<Kept[]> {
  const parameterised = (column: string) => `parameterised(${column}, getvariable('ticket_pattern'))`
  await database.run('set variable ticket_pattern = $pattern', { pattern })
  await database.run('create or replace temp table written as select unnest($subjects) as subject', {
    subjects,
  })
  await database.run(
    `create or replace temp table kept as select subject, ${parameterised('subject')} as once from written`,
  )
  return database.all<Kept & Record<string, unknown>>(`select *, ${parameterised('once')} as twice from kept`)
}

const cases: readonly [place: string, subject: string, kept: string | null][] = [
  ['an address', 'Mail from Jane.Smith@qmul.ac.uk bounces', 'mail from <email> bounces'],
  ['addresses in brackets and quotes', '<jane@x.ac.uk>, "bob@y.org"', '<<email>>, "<email>"'],
  ['an address of another script', 'josé.müller@x.ac.uk left', '<email> left'],
  ['an address inside an address', 'a@b@c is refused', '<email> is refused'],
  ['a link and all that it carries', 'see https://x.ac.uk/view.php?id=12&u=jane@x.org now', 'see <url> now'],
  ['a link without a scheme', 'WWW.QMUL.AC.UK/its is down', '<url> is down'],
  ['a folder of somebody', 'C:\\Users\\jane\\Desktop and \\\\files\\jane are gone', '<url> and <url> are gone'],
  ['a host and its path', 'qmplus.qmul.ac.uk/course/7 is slow', '<host> is slow'],
  ['a host with numbers and a port', 'its-srv01.qmul.ac.uk:8443, again', '<host>, again'],
  ['a user name with a dot', 'jane.smith and j.okafor are locked out', '<host> and <host> are locked out'],
  ['the name of a file', 'cannot open okafor-thesis.docx', 'cannot open <host>'],
  ['an IP address', '10.0.0.1, 10.0.0.2:8080 and 192.168.1.0/24', '<ip>, <ip> and <ip>'],
  ['an IPv6 address', '2001:db8::1 fe80::1 2001:0db8:85a3:0:0:8a2e:370:7334', '<ip> <ip> <ip>'],
  ['the address of a card', '00:1a:2b:3c:4d:5e, 00-1A-2B-3C-4D-5E', '<ip>, <ip>'],
  ['a ticket', 'INC0045121 again, see inc0045122', '<ticket> again, see <ticket>'],
  ['a ticket of another tool', 'RITM0099120, ITS-1234, CS12345', '<ticket>, <ticket>, <ticket>'],
  ['a ticket written loosely', 'INC 0045121, ticket 12345, #4711', '<ticket>, <ticket>, <ticket>'],
  ['a user name', "ab1234, ABC123 and exc045's laptop", "<user>, <user> and <user>'s laptop"],
  ['a room', 'Room 2.14, rm 2.14a, room 112', '<room>, <room>, <room>'],
  ['a room by its number alone', '3.01 G12 LT3 B204 s305', '<room> <room> <room> <room> <room>'],
  ['a room after its building', 'Bancroft 3.01, Queens 112', 'bancroft <room>, queens <number>'],
  ['two rooms', 'rooms 2.14 and 2.15', 'rooms <room> and <room>'],
  ['a phone number', '020 7882 8888, (020) 7882-8888, 07700900123', '<phone>, <phone>, <phone>'],
  ['a phone number from abroad', '+44 20 7882 8888, +44 (0)20 7882 8888', '<phone>, <phone>'],
  ['an extension', 'ext 5521, Ext. 5521, extension 5521, x5521', '<phone>, <phone>, <phone>, <phone>'],
  ['a date', '16/03/2026, 2026-03-16, 16.03.2026, 16-Mar-26', '<date>, <date>, <date>, <date>'],
  ['a date in words', '16 March 2026, 1st of May, March 16, 2026, Sept 2026', '<date>, <date>, <date>, <date>'],
  ['a time', '10:30, 9:00-17:00, 10.30am, 3pm, 10:30 PM', '<date>, <date>, <date>, <date>, <date>'],
  ['a time stamp', 'since 2026-03-16T10:00:00Z', 'since <date>'],
  ['no date but what begins like a month', '3 marks, 5 maybe, 2 decks', '<number> marks, <number> maybe, <number> decks'],
  ['a code of a module', 'ECS401U missing', '<code> missing'],
  ['an asset', 'QM-LT-PC-0123, 5CG1234XYZ, asset 004417', '<code>, <code>, asset <number>'],
  ['a name with a digit', 'jsmith12 and José1234', '<code> and <code>'],
  ['a person by title', 'for Dr Okafor: no sound', 'for <person>: no sound'],
  ['a person by title and all names', 'Prof. Jane van der Lindqvist cannot print', '<person> cannot print'],
  ['a person with initials', "Dr. J. K. O'Brien-Smith's PC", '<person> pc'],
  ['several persons', 'Mr Poe, Mrs Lee, Ms Ng and Mx Ray', '<person>, <person>, <person> and <person>'],
  ['more titles', 'Miss Poe, Sir John Vane, Dame Ann, Professor Lee', '<person>, <person>, <person>, <person>'],
  ['a person spoken for', 'on behalf of J. Smith, On behalf of Ann Lee', 'on behalf of <person>, on behalf of <person>'],
  ['a person in small letters', "dr okafor's laptop, on behalf of j. smith", '<person> laptop, on behalf of <person>'],
  ['a person in capitals', 'DR OKAFOR CANNOT PRINT', '<person> cannot print'],
  ['a person of another script', 'Dr José Müller, dr 王', '<person>, <person>'],
  ['a person before an abbreviation', 'Prof Lindqvist VPN slow', '<person> vpn slow'],
  ['no person, but a product', 'Ms Teams crashes, MS Word too', 'ms teams crashes, ms word too'],
  ['no person, but a word', 'MX record, I miss mails, the professor left', 'mx record, i miss mails, the professor left'],
  ['no person who is named', 'on behalf of the department', 'on behalf of the department'],
  ['the version of a product', 'Office 365, O365, Windows11, Python 3.11', 'office <number>, office <number>, windows <number>, python <number>'],
  ['a number with its unit', '1st floor, 16GB, 2FA, 3 days', '<number> st floor, <number> gb, <number> fa, <number> days'],
  ['a number', '1,000 of 50% and £12.50, 24/7', '<number> of <number>% and £<number>, <number>'],
  ['a number of another script', '٠١٢٣ ½ x²', '<number> <number> <code>'],
  ['nothing, where a hyphen is all', 'Wi-Fi, x-ray and e-mail', 'wi-fi, x-ray and e-mail'],
  ['nothing, where letters have accents', 'Naïve CAFÉ, e.g. ÉCOLE', 'naïve café, e.g. école'],
  ['blanks of every kind', ' a\t\u00a0b\r\n c\u2003 ', 'a b c'],
  ['what cannot be seen', 'ja\u200bne\u00ad@x.ac.uk\u0001\u202e \u0002no', '<email> no'],
  ['words from right to left', 'שלום 12 عربي ٣', 'שלום <number> عربي <number>'],
  ['what stands for it already', '<number> of <email>', '<number> of <email>'],
  ['digits alone', '0123456789', '<phone>'],
  ['no word', ' \u200b\t', null],
  ['no word at all', '', null],
  ['one word without an end', 'x'.repeat(10_000), null],
] // biome-ignore format: a table

describe('of a subject is kept, in place of', () => {
  let found: readonly Kept[]
  beforeAll(async () => {
    found = await kept(cases.map(([, subject]) => subject))
  })

  test.each(cases.map(([place, , expected], index) => ({ place, expected, index })))(
    '$place: "$expected"',
    ({ expected, index }) => {
      expect(found[index]).toEqual({ subject: cases[index]?.[1], once: expected, twice: expected })
    },
  )
})

test('nothing is kept where there is no subject', async () => {
  expect(await database.all("select parameterised(null, 'x') as once")).toEqual([{ once: null }])
})

test('a ticket is what the institution says it is', async () => {
  const [own] = await kept(['Re: T:12 and t:13'], 'T:\\d+')
  expect(own).toMatchObject({ once: 're: <ticket> and <ticket>', twice: own?.once })
  expect((await kept(['Re: T:12']))[0]).toMatchObject({ once: 're: t:<number>' })
})

test.each([
  ['words', 'slow  '.repeat(2_000), 199],
  ['digits', '12 '.repeat(3_000), 197],
  ['addresses', 'jane.smith@x.ac.uk '.repeat(600), 199],
])('of 10,000 characters of %s the first 200 are kept, no word of them in part', async (_, text, length) => {
  const [found] = await kept([text])
  expect(found?.once).toHaveLength(length)
  expect(new Set(found?.once?.split(' ')).size).toBe(1)
  expect(found?.twice).toBe(found?.once)
})

const persons = ['Dr', 'dr. ', 'Prof ', 'mr', 'Ms Teams', 'Smith', 'okafor', "O'Brien", 'on behalf of ']
const signs = [
  ' ',
  ' ',
  ' ',
  '.',
  ',',
  '-',
  '/',
  ':',
  '::',
  '@',
  '://',
  '(',
  ')',
  '+',
  '#',
  '<',
  '>',
  '\\',
  '_',
]
const numbers = [
  '1',
  '12',
  '1234',
  '12345',
  '2026',
  '+44',
  '020',
  'ext',
  'INC',
  'inc0123456',
  'G',
  '<number>',
]
const words = [
  'www.',
  'a',
  'b',
  'march',
  'May',
  'room ',
  'o365',
  'v',
  'com',
  'c:\\',
  'fe80',
  'am',
  'st',
  'x'.repeat(60),
]
const foreign = ['é', 'İ', 'ſ', '\u200b', '\u00a0', '\u0001', '\u0002', '\n', '٣', '\u0301', '王', '𝐀']
const parts = fc.constantFrom(...persons, ...signs, ...numbers, ...words, ...foreign)

test('whatever a subject holds, what is kept has no digit, fits, and is kept as it is', async () => {
  const subjects = fc.sample(fc.string({ unit: parts, maxLength: 40 }), { numRuns: 20_000, seed: 5 })
  const found = await kept(subjects)
  expect(found).toHaveLength(20_000)
  for (const { subject, once, twice } of found) {
    const said = JSON.stringify(subject)
    expect(twice, said).toBe(once)
    expect(once ?? 'x', said).toMatch(/^(?=.{1,200}$)[^ ]+( [^ ]+)*$/u)
    expect(once ?? 'x', said).not.toMatch(/\p{N}|\p{Cc}|[a-z]@[a-z]/u)
  }
})
