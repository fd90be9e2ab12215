import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../etl/db/database.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { land as landFile } from '../../etl/ingest/land.ts'
import { readingMark } from '../../etl/ingest/reading-mark.ts'
import { Refusal } from '../../etl/ingest/refusal.ts'
import { configOf } from '../support/config.ts'
import { folder } from '../support/installation.ts'
import { memory, settingsOf } from '../support/memory.ts'

const effects: Effects = { now: () => new Date(0), log: () => {}, progress: () => {}, disk }
const ticketPattern = '\\bINC\\d{6,}\\b'
const known = { staff: new Set<string>(), ticketPattern, secret: Buffer.from('secret') }
let database: Database
beforeAll(async () => {
  database = await memory([tmpdir()])
})

const source = async (lines = '', columns = 'id: Ref, opened_at: Opened, owner: Owner') => {
  const { sources } = await settingsOf(
    configOf(`
- name: tickets
  files: "*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { ${columns} }
${lines}`),
  )
  if (!sources[0]) throw new Error('no source')
  return sources[0]
}

async function land(text: string, of?: Awaited<ReturnType<typeof source>>) {
  const dir = await folder()
  const path = join(dir, 'export.csv')
  await writeFile(path, text)
  const kit = { database, effects, ...known }
  const landing = await landFile(
    { name: 'export.csv', path },
    of ?? (await source()),
    join(dir, 'landed'),
    kit,
  )
  return { ...landing, rows: await database.all('from landing order by record') }
}

const readingOf = (of: Awaited<ReturnType<typeof source>>) => readingMark(of, known)

const refusal = async (text: string, of?: Awaited<ReturnType<typeof source>>): Promise<Refusal> => {
  const found = await land(text, of).catch((error: unknown) => error)
  expect(found).toBeInstanceOf(Refusal)
  return found as Refusal
}

test('of a file that was refused half-way nothing is left for the next one', async () => {
  // a NUL makes it go the careful way; the quote is never closed
  const lines = Array.from({ length: 30_000 }, (_, index) => `T${index},2026-03-02T09:00,Ann\u0000`)
  await refusal(['Ref,Opened,Owner', ...lines, '"T,2026-03-02T09:00,Ann'].join('\n'))
  expect(await database.all(`from duckdb_tables() where table_name = 'cells'`)).toEqual([])
})

describe('a file is refused, and told what to do', () => {
  test('for a column that it lacks: which, under which names, what it has, and where to say so', async () => {
    const found = await refusal('Number,Opened,Owner\n1,2,3\n')
    expect(found.reason).toBe('missing_column')
    expect(found.message).toContain('no column for id (looked for: Ref)')
    expect(found.message).toContain('Its header: Number, Opened, Owner.')
    expect(found.message).toContain('columns: of source "tickets"')
  })

  test('for every column that it lacks at once', async () => {
    expect((await refusal('Number,Owner\n1,2\n')).message).toMatch(/id \(.*; opened_at \(/)
  })

  test('for a column of several that it lacks in part', async () => {
    const joined = await source('', 'id: Ref, opened_at: Opened, status: [State, Reason]')
    const found = await refusal('Ref,Opened,State\n1,2,3\n', joined)
    expect(found.message).toContain('status (looked for: State + Reason)')
  })

  const others: [string, string, string, string][] = [
    ['for holding nothing', '', 'empty', 'export it again'],
    ['for holding blank lines only', '\n \n', 'empty', 'export it again'],
    ['for holding a header only', 'Ref,Opened,Owner\n', 'empty', 'no record'],
    ['for holding binary data', 'Ref,Opened,Owner\n\0\0', 'encoding', 'export it as CSV'],
  ]
  test.each(others)('%s', async (_, text, reason, words) => {
    const found = await refusal(text)
    expect(found.reason).toBe(reason)
    expect(found.message).toContain(words)
  })

  test('for ending above its header', async () => {
    const found = await refusal('Ref,Opened,Owner\n1,2,3\n', await source('  header_row: 5'))
    expect(found).toMatchObject({ reason: 'no_header' })
    expect(found.message).toContain('set header_row')
  })
})

describe('rows', () => {
  test('that are short or long are counted and set aside whole, and the others keep their number', async () => {
    const { rows, records } = await land('Ref,Opened,Owner\n1,a,x\n2,b\n3,c,y,z\n4,d,\n')
    expect(records).toBe(4)
    expect(rows.map(({ record, rejected_as, id, owner }) => [record, rejected_as, id, owner])).toEqual([
      [1, null, '1', 'x'],
      [2, 'short_row', null, null],
      [3, 'long_row', null, null],
      [4, null, '4', null],
    ])
  })

  test('hold what is mapped, trimmed, and nothing else; what is not used is told', async () => {
    const { rows, columns, unused } = await land('REF , opened,Secret,Owner\n 1 ,a,hush,"  Ann "\n')
    expect(rows).toEqual([{ record: 1, rejected_as: null, id: '1', opened_at: 'a', owner: 'Ann' }])
    expect([columns, unused]).toEqual([['id', 'opened_at', 'owner'], ['Secret']])
  })

  test('say nothing where a null value stands', async () => {
    const { rows } = await land('Ref,Opened,Owner\n1,a,n/a\n', await source('  null_values: ["n/a"]'))
    expect(rows).toMatchObject([{ owner: null }])
  })

  // plain in every record, and with one that is not: the second is read row by row, and landed in parts
  test.each([
    ['of 40,000 plain records', 40_000, 'x'],
    ['of 300,000 records of which one is not plain', 300_000, '5" disk'],
  ])('are all there, each in its place, in a file %s', async (_, count, odd) => {
    const lines = Array.from({ length: count }, (_, index) => `${index + 1},a,${index === 7 ? odd : 'x'}`)
    expect((await land(`Ref,Opened,Owner\n${lines.join('\n')}`)).records).toBe(count)
    const counted = 'count(*)::integer as n, count(distinct id)::integer as ids, max(record) as last'
    const placed = 'count(*) filter (record = id::integer)::integer as in_place'
    expect(await database.all(`select ${counted}, ${placed} from landing`)).toEqual([
      { n: count, ids: count, last: count, in_place: count },
    ])
  })
})

describe('the header', () => {
  const texts: [string, string, string?][] = [
    ['with semicolons', 'Ref;Opened;Owner\n1;"a;b";x\n'],
    ['with tabs', 'Ref\tOpened\tOwner\n1\ta\tx\n'],
    ['with bars', 'Ref|Opened|Owner\n1|a|x\n'],
    ['with a byte order mark and quotes', '\uFEFF"Ref","Opened","Owner"\r\n1,a,x\r\n'],
    [
      'in the third line, below words',
      'Escalations\n"of, this year"\nRef,Opened,Owner\n1,a,x\n',
      '  header_row: 3',
    ],
    ['in the third line, below a blank one', 'Escalations\n\nRef,Opened,Owner\n1,a,x\n', '  header_row: 3'],
  ]
  test.each(texts)('%s is found', async (_, text, lines = '') => {
    const { rows } = await land(text, await source(lines))
    expect(rows).toMatchObject([{ record: 1, id: '1', owner: 'x' }])
  })
})

describe('a landed file is read anew where its source', () => {
  const changes: [string, string, string?][] = [
    ['reads another column', '', 'id: Ref, opened_at: Opened, owner: Keeper'],
    ['names other nulls', '  null_values: ["-"]'],
    ['begins at another row', '  header_row: 2'],
    ['has another encoding', '  encoding: windows-1252'],
  ]
  test.each(changes)('%s', async (_, lines, columns) => {
    expect(readingOf(await source(lines, columns))).not.toBe(readingOf(await source()))
  })

  test('has subjects, and ticket numbers look otherwise', async () => {
    const other = { ...known, ticketPattern: 'T\\d+' }
    const withSubjects = await source('', 'id: Ref, opened_at: Opened, subject: What')
    expect(readingMark(withSubjects, other)).not.toBe(readingOf(withSubjects))
    expect(readingMark(await source(), other)).toBe(readingOf(await source()))
  })

  test('and not where values or files are written otherwise', async () => {
    const same = await source('  values: { owner: { a: Ann } }\n  required: true')
    expect(readingOf(same)).toBe(readingOf(await source()))
  })
})
