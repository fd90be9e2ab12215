import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '../../etl/db/database.ts'
import { configOf, csv } from '../support/config.ts'
import { goodNight, type Night, night as runNight } from '../support/installation.ts'
import { memory } from '../support/memory.ts'

const source = (name: string, entity: string, lines: string): string => `
- name: ${name}
  files: "${name}*"
  format: table
  entity: ${entity}
  ${lines}`
const sources = [
  source(
    'tickets',
    'ticket',
    'grain: item\n  columns: { id: id, opened_at: at, subject: what, description: more }',
  ),
  source(
    'log',
    'ticket',
    'grain: event\n  header_row: 2\n  columns: { id: id, at: at, subject: what, description: more }',
  ),
  source('joined', 'ticket', 'grain: item\n  columns: { id: id, opened_at: at, subject: [what, more] }'),
  source(
    'escalations',
    'escalation',
    'grain: item\n  columns: { id: id, received_at: at, subject: what, description: more }',
  ),
  source(
    'mail',
    'message',
    'addresses: [desk@example.ac.uk]\n  columns: { message_id: id, at: at, from: from, to: to, subject: what, description: more }',
  ),
].join('')
const config = (pattern: string, example: string): string =>
  configOf(sources).replace(
    '  contact:',
    `  ticket_number: { pattern: '${pattern}', example: "${example}" }\n  contact:`,
  )

const canaries = ['zq.canary', 'example.org', 'xq4711', '7.77', '7946', 'quillfeather', 'secret']
const what =
  'Projector: ask Dr Quillfeather (XQ4711, zq.canary@example.org, 020 7946 0999) in room 7.77 about T#77'
const kept = 'projector: ask <person> (<user>, <email>, <phone>) in <room> about <ticket>'
const more = 'A secret of zq.canary'

/** The rows of every landed file, by source. */
async function landed({ dir, run }: Night): Promise<ReadonlyMap<string | null, Row[]>> {
  const database = await memory([dir])
  const rows = (await run()).files.map(async (file) => {
    const path = join(dir, 'landed', `${file.sha256}.parquet`)
    return [file.source, await database.all(`from read_parquet('${path}')`)] as const
  })
  return new Map(await Promise.all(rows))
}

const table = (...cells: readonly string[]): string =>
  csv('id,at,from,to,what,more', cells.map((cell) => `"${cell}"`).join(','))
const files = (at: string) => ({
  'inbox/tickets.csv': table('A1', at, '', '', what, more),
  // below a title, so it is read row by row
  'inbox/log.csv': `Log\n${table('A2', at, '', '', what, more)}`,
  'inbox/joined.csv': table('A3', at, '', '', 'Short', `${what}, T#78`),
  'inbox/escalations.csv': table('E1', at, '', '', what, more),
  'inbox/mail.csv': table('M1', at, 'Ann <ann@x.ac.uk>', 'desk@example.ac.uk', what, more),
})

describe('what is landed', () => {
  let night: Night
  let rows: ReadonlyMap<string | null, Row[]>
  beforeAll(async () => {
    night = await goodNight({ config: config('T#\\d+', 'T#1'), files: files('2026-03-02T09:00') })
    rows = await landed(night)
  })

  test.each([
    ['tickets', kept],
    ['log', kept],
    ['joined', `short/${kept}, <ticket>`],
  ])('of a source of tickets (%s) has their subjects without what tells of persons', (name, subject) => {
    expect(rows.get(name)).toMatchObject([{ subject }])
  })

  test.each(['escalations', 'mail'])('of a source of other things (%s) has no subject', (name) => {
    expect(rows.get(name)).toHaveLength(1)
    expect(Object.keys(rows.get(name)?.[0] ?? {})).not.toContain('subject')
  })

  test('holds nothing that was in a subject or a description', () => {
    const text = JSON.stringify([...rows]).toLowerCase()
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([])
    // they are found where they are
    expect(canaries.filter((canary) => !`${what} ${more}`.toLowerCase().includes(canary))).toEqual([])
  })

  test('has no description, and its receipt does not say so', async () => {
    for (const { sha256 } of (await night.run()).files)
      expect(await readFile(join(night.dir, 'landed', `${sha256}.json`), 'utf8')).not.toContain('description')
    for (const [, [row]] of rows) expect(Object.keys(row ?? {})).not.toContain('description')
  })
})

test('a subject is read anew where ticket numbers look otherwise', async () => {
  const first = await goodNight({ config: config('T#\\d+', 'T#1'), files: files('2026-03-02T09:00') })
  await writeFile(join(first.dir, 'config.yaml'), config('T!\\d+', 'T!1'))
  const second = await runNight(first.dir)
  expect(second.code).toBe(0)
  expect((await landed(second)).get('tickets')).toMatchObject([
    { subject: kept.replace('about <ticket>', 'about t#<number>') },
  ])
})
