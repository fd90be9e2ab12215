import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { readInspectOptions } from '../etl/inspect.ts'
import { inspected, type Seen, seen } from './inspect/seen.ts'
import { configOf, csv, escalationSource } from './support/config.ts'
import { folder, installation, night, put } from './support/installation.ts'
import { workbook } from './support/xlsx.ts'

const byHand = csv(
  'Escalations;;;;;;',
  '',
  "Ref;Ticket no.;Date received;Ack'd;Owner;Status;Colour",
  'E1;INC0001234;25/02/2026 09:10;25/02/2026 11:00;Ann Lee;Done;red',
  'E2;INC0001235;03/03/2026 10:10;;Bob;Open;"blue',
  'and green"',
  'E3;-;soon;;;Done;',
)
const log = csv(
  'number,incident_state,sys_mod_count,sys_updated_at,opened_at,assigned_to,made_sla',
  'INC1,New,0,29/2/2016 01:23,29/2/2016 01:16,?,true',
  'INC1,Resolved,1,29/2/2016 08:53,29/2/2016 01:16,Ann Lee,true',
  'INC2,Parked,0,1/3/2016 08:53,1/3/2016 08:00,Ann Lee,true',
)

describe('a list kept by hand that nobody configured', () => {
  let found: Seen
  beforeAll(async () => {
    found = await seen('Escalation log 2026-03-31.csv', byHand)
  })

  test('is read by the names of its columns, and every guess is marked', () => {
    expect(found.code).toBe(0)
    expect(found.entry).toEqual([
      'sources:',
      '  - name: escalation-log',
      '    files: "Escalation log *.csv"',
      '    format: table',
      '    entity: escalation  # check: escalation, since its name or header says so, or ticket',
      '    grain: item  # check: a row an item: 3 rows, 3 different ids',
      '    timezone: Europe/London  # check: the zone that its times are written in',
      '    header_row: 3  # check: the header is there',
      '    delimiter: ";"',
      String.raw`    exported_at: { filename: '(\d{4}-\d{2}-\d{2})' }`,
      '    null_values: ["-"]  # check: taken for nothing written',
      '    columns:',
      '      id: "Ref"  # check',
      '      ticket_id: "Ticket no."  # check',
      '      received_at: { column: "Date received", format: "%d/%m/%Y %H:%M" }  # check',
      '      acknowledged_at: { column: "Ack\'d", format: "%d/%m/%Y %H:%M" }  # check',
      '      owner: "Owner"  # check',
      '      status: "Status"  # check',
      '      # not used: "Colour"',
      '    values:',
      '      status:',
      '        # choose what each word means: new, in_progress, waiting, resolved, closed, cancelled',
      '        "Done": resolved  # check (2)',
      '        # "Open":  # choose what it means (1)',
    ])
  })

  test('is accounted for, record by record', () => {
    const { text } = found
    expect(text).toContain('3 records = 1 kept + 0 superseded by a later version + 0 duplicate + 2 set aside')
    expect(text).toContain('record 2, status: a word that no map knows “Open”')
    expect(text).toContain('record 3, received_at: a date that cannot be read so “soon”')
    expect(text).toContain('cells parted by semicolon: 5 of the first 5 rows have 7 cells')
    expect(text).toContain('received_at: day first: “25/02/2026 09:10” cannot be read month first')
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([])
    expect(text).toMatch(/escalation E1\n.*received {7}Wed 25 Feb 2026 09:10\n.*Wed 25 Feb 2026 11:00/)
  })

  test('is left as it was, and nothing is left behind', () => {
    expect([found.after, found.left]).toEqual([['Escalation log 2026-03-31.csv'], []])
  })

  test('is published by the entry as it was printed', async () => {
    const { entry } = found
    const config = configOf(entry.slice(1).map((line) => line.slice(2)).join('\n')) // biome-ignore format: one thought
    const dir = await installation({ config, files: { 'inbox/Escalation log 2026-03-31.csv': byHand } })
    const { code, log: said, run } = await night(dir)
    expect([code, said]).toEqual([0, expect.stringContaining('published')])
    expect((await run()).files).toMatchObject([{ source: 'escalation-log', records: 3, kept: 1 }])
  })
})

describe('an export that a format knows', () => {
  test('names the format, and the headers that say so', async () => {
    const { code, text, entry } = await seen('incident_20160305.csv', log)
    expect(code).toBe(0)
    expect(text).toContain('servicenow-log: ServiceNow incident log, one row an update')
    expect(text).toContain('fits by “number”, “incident_state”, “sys_mod_count”, “sys_updated_at”')
    expect(text).toMatch(/not used +“made_sla”/)
    expect(parse(entry.join('\n'))).toEqual({
      sources: [
        {
          name: 'incident',
          files: 'incident_*.csv',
          format: 'servicenow-log',
          timezone: 'Europe/London',
          exported_at: { filename: String.raw`(\d{8})` },
        },
      ],
    })
    expect(entry).toContain('        # "Parked":  # choose what it means (1)')
  })

  test('says what could be told from it, and which column is missing for the rest', async () => {
    const { text } = await seen('incident.csv', log)
    expect(text).toMatch(/Acknowledged +yes/)
    expect(text).toMatch(/Recurring issues no; .*lacks subject \(its subject line\)/)
  })

  test('with the month first is read so once the entry says it', async () => {
    const american = log.replaceAll('29/2/2016', '2/29/2016').replaceAll('1/3/2016', '3/1/2016')
    const { code, text, entry } = await seen('incident.csv', american)
    expect(code).toBe(0)
    expect(entry.join('\n')).toContain('day_first: false  # check: month first')
    expect(text).toMatch(/opened {9}Mon 29 Feb 2016 01:16/)
  })

  test('with dates of either order is refused, and both lines are there to choose from', async () => {
    const unclear = log.replaceAll('29/2/2016', '2/3/2016')
    const { code, text, entry } = await seen('incident.csv', unclear)
    expect(code).toBe(1)
    expect(text).toContain('Refused')
    expect(entry).toContain('    # day_first: true  # choose this if 03/04 is 3 April')
    expect(entry).toContain('    # day_first: false  # choose this if 03/04 is 4 March')
  })
})

test('a known export whose dates are written otherwise gets their formats, column by column', async () => {
  const american = log.replaceAll(/(\d+)\/(\d)\/2016 0?(\d+:\d+)/g, '$2/$1/2016 $3 AM')
  const { code, text, entry } = await seen('incident.csv', american)
  expect(entry).toContain('      at: { column: "sys_updated_at", format: "%m/%d/%Y %I:%M %p" }')
  expect([code, text]).toEqual([0, expect.stringMatching(/opened {9}Mon 29 Feb 2016 01:16/)])
})

test('dates that contradict each other are for a person to settle', async () => {
  const { code, text } = await seen('list.csv', csv('Ref,Raised', '1,25/03/2026', '2,03/25/2026'))
  expect([code, text]).toEqual([1, expect.stringContaining('day and month change places: “25/03/2026” and “03/25/2026”')]) // biome-ignore format: one row
})

test('of several formats that fit, all are shown and the one that uses most columns is proposed', async () => {
  const header = 'number,opened_at,state,assignment_group,sys_mod_count,sys_updated_on,assigned_to'
  const { text, entry } = await seen('list.csv', csv(header, 'INC1,2026-03-02 09:00:00,New,Desk,0,2026-03-02 09:00:00,Ann')) // biome-ignore format: one file
  expect(text.replace(/\s+/g, ' ')).toContain(
    '2 fit; servicenow-log is proposed: it uses most of the columns.',
  )
  expect(text).toContain('  servicenow: ServiceNow list export')
  expect(entry).toContain('    format: servicenow-log')
})

test('a table with dates of either order is not tried: nobody chooses for its owner', async () => {
  const { code, text, entry } = await seen('list.csv', csv('Reference,Raised,State', '1,03/04/2026,New', '2,05/04/2026,New')) // biome-ignore format: one file
  expect(code).toBe(1)
  expect(text).toContain('not tried: nothing says whether the day or the month comes first in opened_at')
  expect(entry).toContain(
    '      # opened_at: { column: "Raised", format: "%d/%m/%Y" }  # if the day comes first',
  )
  expect(entry).toContain(
    '      # opened_at: { column: "Raised", format: "%m/%d/%Y" }  # if the month comes first',
  )
  expect(text).not.toContain('Tried on a copy')
})

test('a table without anything like an id is not tried, and the entry says what to name', async () => {
  const { code, text, entry } = await seen('list.csv', csv('Wibble,Raised', 'a,2026-03-02', 'b,2026-03-03'))
  expect(code).toBe(1)
  expect(text).toContain('no header was found for id')
  expect(entry).toContain('      # id: "…"  # choose its header; without it nothing can be read')
})

test('a log whose ids repeat is one row a change', async () => {
  const rows = ['T1,2026-03-02 09:00,New,', 'T1,2026-03-02 10:00,Resolved,Ann', 'T2,2026-03-02 09:00,New,']
  const { code, text, entry } = await seen('changes.csv', csv('Ticket ID,Timestamp,Status,Assignee', ...rows))
  expect([code, entry.join('\n')]).toEqual([0, expect.stringContaining('grain: event  # check: a row a change: 3 rows, 2')]) // biome-ignore format: one row
  expect(entry).toContain('      at: "Timestamp"  # check')
  expect(text).toContain('2 tickets, 1 of them open')
})

test('a file that is not UTF-8 is read as windows-1252 to be confirmed', async () => {
  const bytes = Buffer.from(
    csv('Case Number,Opened,Assigned to,Status', '1,2026-03-02 09:00,Zoë,New'),
    'latin1',
  )
  const { code, text, entry } = await seen('cases.csv', bytes)
  expect(code).toBe(0)
  expect(entry.join('\n')).toContain('encoding: windows-1252  # check: it is not UTF-8')
  expect(text).toMatch(/owner {10}Zoë/)
})

test('a tool that is known by its documentation alone is said to be', async () => {
  const header = 'Summation column,Id,Requester,Assignee,Group,Subject,Status,Created at,Updated at,Solved at'
  const { code, text, entry } = await seen('view.csv', csv(header, '1,100,a@b.c,Ann,Desk,x,Open,2026-03-02 09:00,2026-03-02 10:00,')) // biome-ignore format: one file
  expect(code).toBe(0)
  expect(text.replace(/\s+/g, ' ')).toContain('zendesk: Zendesk view export fits by “Summation column”')
  expect(text).toContain('No real file of this tool was seen')
  expect(entry).toContain('    format: table')
  expect(entry).toContain('      opened_at: "Created at"  # check')
  expect(entry).toContain('        "Open": in_progress  # check (1)')
})

test('a spreadsheet of several sheets is read by the one with most rows, which is said', async () => {
  const rows = [[], ['Escalations'], [], ['Ref', 'Ticket', 'Date received', 'Status'], ['E1', 'INC1', { date: 46083.378 }, 'Closed']] // biome-ignore format: one sheet
  const { code, text, entry } = await seen('log.xlsx', workbook([{ name: 'Notes', rows: [['hello']] }, { name: 'Log', rows }])) // biome-ignore format: one file
  expect(code).toBe(0)
  expect(text).toContain('spreadsheet (.xlsx) of 2 sheets: “Log” is looked at, not “Notes”')
  expect(entry).toContain('    sheet: "Log"  # check: there is also “Notes”')
  expect(entry).toContain('    header_row: 4  # check: the header is there')
  expect(text).toMatch(/received {7}Mon 2 Mar 2026 09:04/)
})

test('the answer of an API is read as JSON', async () => {
  const record = { number: 'INC1', opened_at: '2026-03-02 09:00:00', state: '1', assignment_group: 'Desk' }
  const { code, text } = await seen('incidents.json', JSON.stringify({ result: [record] }))
  expect([code, text]).toEqual([0, expect.stringContaining('fits by “number”, “opened_at”, “state”')])
})

const mail = (id: string, from: string, to: string, more = ''): string =>
  `From x Mon Mar 16 09:00:00 2026\nMessage-ID: <${id}>\nDate: Mon, 16 Mar 2026 0${id}:00:00 +0000\nFrom: ${from}\nTo: ${to}\nSubject: slow\n${more}\nplease\n\n`

test('a mailbox is proposed to be that of whom most messages are to', async () => {
  const box = [mail('1', 'a@b.c', 'help@d.e'), mail('2', 'x@b.c', 'help@d.e'), mail('3', 'help@d.e', 'a@b.c', 'In-Reply-To: <1>\n')] // biome-ignore format: one box
  const { code, text, entry } = await seen('help.mbox', box.join(''))
  expect([code, entry.slice(1, 5)]).toEqual([
    0,
    [
      '  - name: help',
      '    files: "help.mbox"',
      '    format: mailbox',
      '    addresses: ["help@d.e"]  # check: 2 of the messages are to it',
    ],
  ])
  expect(text).toContain('2 escalations')
})

test('a table of messages is taken for one', async () => {
  const rows = ['<1>,c1,16/03/2026 09:00,a@b.c,help@d.e,No', '<2>,c1,16/03/2026 10:00,help@d.e,a@b.c,Yes']
  const { code, entry } = await seen(
    'sent.csv',
    csv('Message ID,Conversation,Sent,From,To,Automatic', ...rows),
  )
  expect(code).toBe(0)
  expect(entry).toContain('    entity: message  # check: a row a message')
  expect(entry).toContain('        "Yes": true  # check (1)')
})

test('what stands in a cell cannot drive the terminal, nor break the entry', async () => {
  const { code, text, entry } = await seen('odd.csv', '"Ref","Raised","Status","\u001b[2J\u202e: # ""x"""\nE1,2026-03-02,"a\u001b[31m\u0007",1\n') // biome-ignore format: one file
  expect(code).toBe(0)
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(text).toContain('“a\\u{1b}[31m\\u{7}”')
  expect(parse(entry.join('\n'))).toMatchObject({ sources: [{ columns: { id: 'Ref' } }] })
})

test('a person who stops it leaves nothing behind', async () => {
  const dir = await folder()
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `INC${index},New,0,29/2/2016 01:23,29/2/2016 01:16,?,true`,
  )
  await put(dir, { 'incident.csv': csv(log.split('\n')[0] ?? '', ...rows) })
  const temporary = await folder()
  const command = spawn(process.execPath, ['etl/inspect.ts', join(dir, 'incident.csv')], { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' }) // biome-ignore format: one call
  const ended = once(command, 'exit')
  await vi.waitUntil(() => readdirSync(temporary).length > 0, { timeout: 25_000, interval: 20 })
  command.kill('SIGINT')
  expect([(await ended)[0], readdirSync(temporary)]).toEqual([130, []])
})

const refused = [
  ['mail as Outlook writes it to CSV', 'mail.csv', csv('Subject,Body,From: (Name),From: (Address)', 'a,b,c,d'), /mbox/],
  ['an empty file', 'empty.csv', '', /it is empty: export it again/],
  ['a quote that never ends', 'open.csv', csv('Ref,Raised', '1,2026-03-02', '2,"2026-03-03'), /quote that opens in record 2/],
  ['bytes that are no text', 'bytes.csv', Uint8Array.from([1, 0, 2, 0, 3]), /binary data/],
  ['a header alone', 'header.csv', csv('Ref,Raised,Status'), /no record/],
] as const // biome-ignore format: a table

test.each(refused)('%s is refused in words that say what to do: 1', async (_, name, content, words) => {
  const { code, text, left } = await seen(name, content)
  expect([code, left]).toEqual([1, []])
  expect(text.replace(/\s+/g, ' ')).toMatch(words)
})

test('a folder is no export: 1, and the file after it is read all the same', async () => {
  const dir = await folder()
  await mkdir(join(dir, 'exports'))
  await put(dir, { 'incident.csv': log })
  const { code, text } = await inspected(dir, [join(dir, 'exports'), join(dir, 'incident.csv')])
  expect(code).toBe(1)
  expect(text).toContain('it is no ordinary file')
  expect(text).toContain('servicenow-log')
})

describe('with an installation', () => {
  const files = { 'inbox/escalations-1.csv': csv('ref,ticket,received,acknowledged,status,owner', 'E1,,2026-03-02T09:00,,new,Ann') } // biome-ignore format: one file

  test('a file that a source reads is read as that source says, and the installation is left as it was', async () => {
    const dir = await installation({ config: configOf(escalationSource), files })
    const { code, text, entry, after, left } = await inspected(dir, [join(dir, 'inbox/escalations-1.csv'), '--data', dir]) // biome-ignore format: one call
    expect([code, entry, left]).toEqual([0, [], []])
    expect(text.replace(/\s+/g, ' ')).toContain(
      'read as inbox/escalations-1.csv by source "escalations" (table)',
    )
    expect(text).toContain('1 escalation, 1 of them open')
    expect(after).toEqual(['config.yaml', 'inbox', 'inbox/escalations-1.csv'])
  })

  test('a required source that lacks a column refuses its file as the night would', async () => {
    const config = configOf(`${escalationSource.trimEnd()}\n  required: true`)
    const dir = await installation({ config, files: { 'inbox/escalations-1.csv': csv('ref,ticket', 'E1,') } })
    const { code, text } = await inspected(dir, [join(dir, 'inbox/escalations-1.csv'), '--data', dir])
    expect([code, text.replace(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('it has no column for received_at')]) // biome-ignore format: one row
  })

  test('a file that no source reads gets an entry in its time zone, under a name that is free', async () => {
    const config = configOf(escalationSource).replace('Europe/London', 'Europe/Stockholm')
    const dir = await installation({ config, files: { 'Escalations.csv': csv('Ref,Received,Status', 'E1,2026-03-02 09:00,new') } }) // biome-ignore format: one world
    const { code, entry } = await inspected(dir, [join(dir, 'Escalations.csv'), '--data', dir])
    expect([code, entry.slice(0, 2)]).toEqual([0, ['sources:', '  - name: escalations-2']])
    expect(entry.join('\n')).toContain('timezone: Europe/Stockholm')
  })

  test('whose settings are wrong: 2, with the line', async () => {
    const dir = await installation({ config: 'sources: 3\n', files })
    const { code, text } = await inspected(dir, [join(dir, 'inbox/escalations-1.csv'), '--data', dir])
    expect([code, text]).toEqual([2, expect.stringContaining('config.yaml:1')])
  })
})

describe('wrong usage', () => {
  test('a file that is not there: 2', async () => {
    const dir = await folder()
    const { code, text } = await inspected(dir, [join(dir, 'nothing.csv')])
    expect([code, text]).toEqual([2, `there is no file ${join(dir, 'nothing.csv')}`])
  })

  test.each([
    ['no file', [], /no file is named/],
    ['an option that nobody knows', ['a.csv', '--date', 'x'], /--date/],
  ])('%s says how it is used', (_, words, said) => {
    expect(() => readInspectOptions(words)).toThrow(said)
    expect(() => readInspectOptions(words)).toThrow(/npm run inspect -- FILE/)
  })

  test('--help asks for nothing else', () => expect(readInspectOptions(['--help'])).toBeNull())
})
