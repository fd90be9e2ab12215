import { minute, wallOf } from '../reference/clock.ts'
import { broken, cutInQuotes, half, headerOf, packed, signInPage, spoilt } from './accidents.ts'
import { deliveryOf } from './delivery.ts'
import { type Night, nightOf, runOf } from './night.ts'
import { fileOf, textOf } from './sheet.ts'
import { listSheet, logSheet, openSheet } from './sheets.ts'
import { escalationSheet, escalationWorkbook } from './sheets-escalations.ts'
import type { Truth } from './truth.ts'
import * as files from './usual.ts'
import { exportTimes, savedBefore, timeIn, usual } from './usual.ts'

/** The first nine nights: nothing at all, a good beginning, and what comes twice, late, broken or empty. */
export function firstNights(truth: Truth): Night[] {
  const cut = cutInQuotes(textOf(logSheet(truth, 0, timeIn(5, '00:15'))), 12)
  const list = files.listOf(truth, 4)
  return [
    nightOf(1, 'nothing in the inbox, nothing landed', { files: [], code: 1, says: ['put an export into inbox/'] }),
    nightOf(2, 'the first exports', { files: usual(truth, 2), says: ['published  release'] }),
    nightOf(3, 'a usual night', { files: usual(truth, 3) }),
    nightOf(4, 'yesterday’s log again, the list under two names', {
      files: [...usual(truth, 4), files.logOf(truth, 3), { ...list, name: 'list-copy.csv', at: list.at + minute }],
    }),
    nightOf(5, 'the required log breaks off in quotes', {
      files: usual(truth, 5, { 'desk-log': [broken('desk-log', 'desk-log-2026-10-09.csv', timeIn(5, '00:15'), cut, 'open_quote')] }),
      code: 1,
      says: ['nothing published; the last release, if there is one, stands', 'a file of a required source was refused'],
    }),
    nightOf(6, 'that log mended and late, beside tonight’s', { files: [...usual(truth, 6), files.logOf(truth, 5)] }),
    nightOf(7, 'the log from its beginning, with a mark and other line ends', {
      files: usual(truth, 7, { 'desk-log': [files.wholeLogOf(truth, 7, { hasMark: true, newline: '\r\n' })] }),
    }),
    nightOf(8, 'a sign-in page in place of the list', {
      files: usual(truth, 8, { list: [broken('list', 'list.csv', timeIn(8, '00:17'), signInPage, 'missing_column')] }),
    }),
    nightOf(9, 'an empty file, and two with a header alone: nothing new is no fault, and no ticket at all is one', {
      files: usual(truth, 9, {
        'av-open': [broken('av-open', 'av-open.csv', timeIn(9, '00:16'), '', 'empty')],
        network: [fileOf({ ...files.recentSheetOf(truth, 9), rows: [] }, files.recentNameOf(9), timeIn(9, '00:16'))],
        list: [broken('list', 'list.csv', timeIn(9, '00:17'), headerOf(listSheet(truth, timeIn(9, '00:17'))), 'empty')],
      }),
    }),
  ] // biome-ignore format: a script
}

/** Nights 10 to 15: other shapes of the same exports, records set aside, a word that nobody knows. */
export function shapedNights(truth: Truth): Night[] {
  const book = (night: number) =>
    escalationWorkbook(truth, 'escalation-log.xlsx', savedBefore(night), { isReversed: true })
  const noneOpen = { ...openSheet(truth, 0), rows: [] }
  const short = spoilt(logSheet(truth, timeIn(11, '00:15'), timeIn(12, '00:15')), 0, 'short_row', {})
  const odd = spoilt(listSheet(truth, timeIn(12, '00:17')), 3, 'future', {
    Opened: '2027-10-16 09:00',
    Updated: '2027-10-16 09:00',
  })
  const nameless = spoilt(openSheet(truth, timeIn(12, '00:16')), 0, 'missing_id', { Ref: '' })
  return [
    nightOf(10, 'the escalations as a workbook, columns moved; nothing is open, says the list of what is open', {
      files: usual(truth, 10, { 'escalation-log': [book(10)], 'av-open': [fileOf(noneOpen, 'av-open.csv', timeIn(10, '00:16'))] }),
    }),
    nightOf(11, 'a workbook that is half copied', {
      files: usual(truth, 11, { 'escalation-log': [broken('escalation-log', 'escalation-log.xlsx', savedBefore(11), half(book(11)), 'unreadable')] }),
    }),
    nightOf(12, 'UTF-16, semicolons; rows too short, without an id, of next year', {
      files: usual(truth, 12, {
        'desk-log': [fileOf(short, 'desk-log-2026-10-16.csv', timeIn(12, '00:15'), { encoding: 'utf-16le' })],
        list: [fileOf(odd, 'list.csv', timeIn(12, '00:17'), { delimiter: ';' })],
        'av-open': [fileOf(nameless, 'av-open.csv', timeIn(12, '00:16'))],
      }),
      says: ['later than the export itself', 'fewer cells than the header', 'no id'],
    }),
    nightOf(13, 'the list with a new header for its number', {
      files: usual(truth, 13, { list: [deliveryOf({ ...files.listOf(truth, 13, { renamed: { Number: 'Ticket number' } }), rows: [], refused: 'missing_column' })] }),
      says: ['it has no column for id'],
    }),
    nightOf(14, 'a column gone from the list; the log has a word that nobody mapped', {
      files: usual(truth, 14, { list: [files.listOf(truth, 14, { without: ['Category'] })] }),
      says: ['of source "desk-log" set aside, since no value map of status knows', 'list.csv has no column for category any more'],
    }),
    nightOf(15, 'the word is mapped', { files: usual(truth, 15) }),
  ] // biome-ignore format: a script
}

/** Nights 16 to 21: what is missing, replaced, written otherwise, cut off, and the hour that comes twice. */
export function missingNights(truth: Truth): Night[] {
  const again = (time: string) => {
    const at = timeIn(18, time)
    const log = logSheet(truth, timeIn(17, exportTimes['desk-log']), at)
    return {
      log: fileOf(log, 'desk-log-2026-10-22.csv', at),
      list: fileOf(listSheet(truth, at), 'list.csv', at),
    }
  }
  const later = again('07:45')
  const dotted = escalationSheet(truth, savedBefore(19), (at) =>
    wallOf(at).replace('T', ' ').replaceAll('-', '.'),
  )
  const allBad = { ...dotted, rows: dotted.rows.map((row) => ({ ...row, fault: 'bad_date' as const })) }
  const repeated = Date.parse('2026-10-25T01:25:00Z')
  const tail = logSheet(truth, timeIn(21, exportTimes['desk-log']), repeated)
  return [
    nightOf(16, 'no mail', { files: usual(truth, 16, { mail: [] }), says: ['source "mail" is stale'] }),
    nightOf(17, 'an empty inbox', { files: [], says: ['source "desk-log" is stale', 'source "mail" is stale'] }),
    {
      night: 18,
      title: 'no mail for the third night; log and list replaced in place, and run again in the morning',
      runs: [
        runOf(18, { files: usual(truth, 18, { mail: [] }) }),
        runOf(18, { clock: '08:00', files: usual(truth, 18, { mail: [], 'desk-log': [later.log], list: [later.list] }) }),
      ],
    },
    nightOf(19, 'dates typed in another way: every escalation is set aside', {
      files: usual(truth, 19, { 'escalation-log': [fileOf(allBad, 'escalation-log.csv', savedBefore(19))] }),
      says: ['a date does not fit the formats of its source'],
    }),
    nightOf(20, 'the log packed, the list packed and cut off', {
      files: usual(truth, 20, {
        'desk-log': [packed(files.logOf(truth, 20))],
        list: [broken('list', 'list.csv.gz', timeIn(20, '00:17'), half(packed(files.listOf(truth, 20))), 'unreadable')],
      }),
    }),
    {
      night: 21,
      title: 'clocks go back: the night runs at half past one, and an hour later at half past one',
      runs: [
        runOf(21, { clock: Date.parse('2026-10-25T00:30:00Z'), files: usual(truth, 21) }),
        runOf(21, {
          clock: Date.parse('2026-10-25T01:30:00Z'),
          files: [...usual(truth, 21), fileOf(tail, 'desk-log-2026-10-25.csv', repeated)],
        }),
      ],
    },
  ] // biome-ignore format: a script
}
