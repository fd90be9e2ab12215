import { describe, expect, test } from 'vitest'
import type { Checked, Verdict } from '../../../site/check/verdict.ts'
import {
  announced,
  exportedWords,
  seconds,
  size,
  understood,
  verdictWords,
  writtenAs,
} from '../../../site/check/words.ts'

const verdict: Verdict = {
  refused: null,
  records: 0,
  setAside: [],
  exported: null,
  unreadFormats: [],
  encoding: 'utf-8',
  delimiter: ',',
  columns: [],
  unused: [],
  first: [],
}
const checked: Checked = {
  name: 'a.csv',
  bytes: 1,
  seconds: 1,
  claim: 'name',
  source: 'log',
  looksLike: [],
  verdict,
  notRead: null,
}
const of = (records: number, aside = 0): Checked => ({
  ...checked,
  verdict: {
    ...verdict,
    records,
    setAside: aside === 0 ? [] : [{ reason: 'bad_date', records: aside, first: [] }],
  },
})
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('what is said of a file', () => {
  const cases: [Checked, string][] = [
    [of(1), 'Its one record would be read.'],
    [of(1_204), 'All 1,204 records would be read.'],
    [of(1_204, 4), '1,200 of 1,204 records would be read; 4 would be set aside.'],
    [of(12, 12), 'It would be read, but each of its 12 records would be set aside.'],
    [of(1, 1), 'It would be read, but its one record would be set aside.'],
    [of(0), 'It would be read, and it holds no record.'],
    [{ ...checked, verdict: { ...verdict, refused: { reason: 'empty', record: null, message: 'it is empty' } } }, 'It would be refused whole: nothing of it would be read.'],
    [{ ...of(2), claim: 'columns' }, 'No source reads it under this name. Renamed, all 2 records would be read.'],
    [{ ...of(2), claim: 'folder' }, 'In its folder of the inbox, all 2 records would be read.'],
    [{ ...of(2), claim: 'chosen' }, 'As “log”, all 2 records would be read.'],
    [{ ...checked, verdict: null, notRead: 'json' }, 'It is JSON, and this page reads delimited text only.'],
  ] // biome-ignore format: a table
  test.each(cases.map(([each, words]) => [words, each] as const))('%s', (words, each) => {
    expect(plain(verdictWords(each))).toBe(words)
  })
})

test('several files are told one after the other', () => {
  expect(plain(announced([of(1), { ...of(2), name: 'b.csv' }]))).toBe(
    '2 files checked. a.csv: Its one record would be read. b.csv: All 2 records would be read.',
  )
})

test('an instant is told in the institution’s zone, a day as its source writes it', () => {
  const at = Date.parse('2026-07-02T23:30:00Z')
  const cell = { column: 'at', written: 'x', meaning: null }
  expect(plain(understood({ ...cell, at: { earliest: at, isDay: false } }, 'Europe/London', 'UTC'))).toBe(
    'Fri 3 Jul 2026, 00:30',
  )
  expect(plain(understood({ ...cell, at: { earliest: at, isDay: true } }, 'UTC', 'Europe/London'))).toBe(
    '3 Jul 2026',
  )
  expect(understood({ ...cell, at: null, meaning: 'in_progress' }, 'UTC', 'UTC')).toBe('in progress')
  expect(understood({ ...cell, written: null, at: null }, 'UTC', 'UTC')).toBe('–')
  expect(plain(exportedWords({ at, by: 'file' }, 'Europe/London'))).toBe(
    'Fri 3 Jul 2026, 00:30, as the date of the file says',
  )
})

test('sizes, seconds and manners of writing are told in words', () => {
  expect([size(10), size(93_420_354), seconds(0.2), plain(seconds(4.4))]).toEqual([
    '1 kB',
    '93.4 MB',
    'under a second',
    '4 seconds',
  ])
  expect(writtenAs({ encoding: 'utf-16le', delimiter: '\t' })).toBe('UTF-16, its cells parted by tabs')
})
