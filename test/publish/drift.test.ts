import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { UnknownWord } from '../../etl/facts/words.ts'
import type { LandedReceipt } from '../../etl/ingest/landed.ts'
import { driftOf } from '../../etl/publish/drift.ts'
import { configOf, csv, itemSource } from '../support/config.ts'
import { goodNight, installation, night, put } from '../support/installation.ts'
import { settingsOf } from '../support/memory.ts'

const receipt = (day: number, more: Partial<LandedReceipt> = {}): LandedReceipt => {
  const at = `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`
  return {
    sha256: String(day).padStart(64, '0'),
    source: 'tickets',
    format: 'table',
    encoding: 'utf-8',
    records: 1_000,
    reading: '',
    columns: ['id', 'opened_at', 'priority'],
    unused: ['Notes'],
    names: [`tickets-${day}.csv`],
    exported_at: at,
    known_at: at,
    export_times: [at],
    ...more,
  }
}
const usual = [1, 2, 3, 4, 5].map((day) => receipt(day))
const word = (column: UnknownWord['column'], text: string, records = 1): UnknownWord => ({
  source: 'tickets',
  column,
  word: text,
  records,
  file_id: '1'.padStart(64, '0'),
  record: 7,
})

interface Case {
  readonly name: string
  readonly coverage?: string
  readonly landed: readonly LandedReceipt[]
  readonly words?: readonly UnknownWord[]
  readonly kinds: readonly string[]
  /** What the message must name. */
  readonly says?: readonly string[]
}

const cases: Case[] = [
  { name: 'nothing where an export is like those before it', landed: [...usual, receipt(6, { records: 1_020 })], kinds: [] },
  { name: 'nothing of the first export', landed: [receipt(6, { records: 7 })], kinds: [] },
  { name: 'nothing where nothing was landed', landed: [], kinds: [] },
  { name: 'a column that is gone', landed: [...usual, receipt(6, { columns: ['id', 'opened_at'] })], kinds: ['column_gone'], says: ['tickets-6.csv has no column for priority any more', 'as tickets-5.csv had', 'columns: of source "tickets"'] },
  { name: 'a new column that nothing reads', landed: [...usual, receipt(6, { unused: ['Notes', 'Room'] })], kinds: ['column_new'], says: ['"Room"', 'nothing reads them'] },
  { name: 'a fall in records', landed: [...usual, receipt(6, { records: 500 })], kinds: ['fewer_records'], says: ['500 records, and 1,000 are usual'] },
  { name: 'a jump in records', landed: [...usual, receipt(6, { records: 9_000 })], kinds: ['more_records'], says: ['9,000 records'] },
  { name: 'no fall where new records only are exported', coverage: 'since', landed: [...usual, receipt(6, { records: 500 })], kinds: [] },
  { name: 'a fall to next to nothing even there', coverage: 'since', landed: [...usual, receipt(6, { records: 30 })], kinds: ['fewer_records'] },
  { name: 'no fall of a list of few', landed: [receipt(1, { records: 9 }), receipt(2, { records: 3 })], kinds: [] },
  { name: 'a list that is empty all at once, of few too', coverage: 'open_only', landed: [receipt(1, { records: 12 }), receipt(2, { records: 0 })], kinds: ['fewer_records'], says: ['has 0 records, and 12 are usual', 'what is missing from it counts as closed'] },
  { name: 'nothing of a list that stays empty', coverage: 'open_only', landed: [receipt(1, { records: 0 }), receipt(2, { records: 0 })], kinds: [] },
  { name: 'the number of records at which tools stop', landed: [receipt(6, { records: 10_000 })], kinds: ['cut'], says: ['exactly 10,000 records', 'each part with the same export time'] },
  { name: 'the other such number', landed: [receipt(6, { records: 2_000 })], kinds: ['cut'] },
  { name: 'an older export that arrives late is not the newest', landed: [...usual.slice(1), receipt(6), receipt(1, { columns: ['id'] })], kinds: [] },
  { name: 'status words that nothing knows, with their records', landed: usual, words: [word('status', 'Parked', 3), word('status', 'Somewhere', 1)], kinds: ['value_unknown'], says: ['4 records of source "tickets" set aside', 'any of 2 words', 'in quarantine/night.json', 'values: status:'] },
  { name: 'words of another closed list', landed: usual, words: [word('outcome', 'Gone', 3), word('outcome', 'somebody’s sentence')], kinds: ['value_unknown'], says: ['counted as not known there', 'any of 2 words'] },
  { name: 'a word that nothing knows', landed: usual, words: [word('status', 'Parked')], kinds: ['value_unknown'], says: ['1 record of source "tickets" set aside', 'knows its word. It stands in quarantine/night.json'] },
] // biome-ignore format: a table

describe('drift is', () => {
  test.each(cases)('$name', async ({ coverage = 'all', landed, words = [], kinds, says = [] }) => {
    const { sources } = await settingsOf(configOf(`${itemSource.trimEnd()}\n  coverage: ${coverage}`))
    const found = driftOf(sources, landed, words, 'quarantine/night.json')
    expect(found.map(({ kind }) => kind)).toEqual(kinds)
    for (const text of says) expect(found[0]?.message).toContain(text)
    for (const { message } of found) {
      expect(message.length).toBeLessThan(500)
      for (const { word: text } of words) expect(message).not.toContain(text)
    }
  })
})

test('what drifts stands in run.json and among the warnings of every page', async () => {
  const lines = (extra: string, status: string): string =>
    csv(
      `id,opened,updated,resolved,status,owner,team${extra}`,
      `T1,2026-03-02T09:00,,,${status},,${extra && ','}`,
    )
  const dir = await installation({
    config: configOf(itemSource),
    files: { 'inbox/tickets-1.csv': { content: lines('', 'new'), at: '2026-03-03T12:00:00Z' } },
  })
  await night(dir)
  await put(dir, { 'inbox/tickets-2.csv': { content: lines(',Room', 'parked'), at: '2026-03-04T12:00:00Z' } })
  const found = await night(dir)
  const run = await found.run()
  expect(run.drift.map(({ kind, file }) => [kind, file])).toEqual([
    ['column_new', 'tickets-2.csv'],
    ['value_unknown', 'tickets-2.csv'],
  ])
  expect(run.files.map(({ unknown_columns }) => unknown_columns)).toEqual([[], ['Room']])
  const kept = JSON.parse(await readFile(join(dir, 'quarantine', `${run.run}.json`), 'utf8'))
  expect(kept.unknown_words).toEqual([
    { source: 'tickets', column: 'status', word: 'parked', records: 1, file: 'tickets-2.csv', record: 1 },
  ])
  for (const { message } of run.drift) {
    expect(message).not.toContain('parked')
    expect(run.warnings).toContain(message)
    expect(found.log).toContain(message)
  }
})

test('a change of config.yaml that an old export missed is said, and the file still counts', async () => {
  const files = { 'inbox/tickets.csv': csv('id,opened,updated,resolved,status,owner,team,level', 'T1,2026-03-02T09:00,,,new,,,P1') } // biome-ignore format: a file
  const { dir } = await goodNight({ config: configOf(itemSource), files })
  const { rm, writeFile } = await import('node:fs/promises')
  await rm(`${dir}/inbox/tickets.csv`)
  await writeFile(
    `${dir}/config.yaml`,
    configOf(itemSource.replace('team: team', 'team: team, priority: level')),
  )
  const found = await night(dir)
  expect(found.code).toBe(0)
  expect(found.log).toContain(
    'landed file tickets.csv is used as config.yaml read source "tickets" before it was changed',
  )
  expect((await found.run()).files).toMatchObject([{ kept: 1 }])
})
