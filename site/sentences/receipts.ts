/** What the night read, kept and set aside, in words. */
import type { FileReceipt, RunFile } from '../../data/contract.ts'
import { count, number, sentenceCase } from '../words/number.ts'

/** Records of a file that were set aside, for whatever reason. */
export const quarantinedOf = (file: FileReceipt): number =>
  Object.values(file.quarantined).reduce((sum, value) => sum + (value ?? 0), 0)

const total = (files: readonly FileReceipt[], of: (file: FileReceipt) => number): number =>
  files.reduce((sum, file) => sum + of(file), 0)

const reasons: Record<keyof FileReceipt['quarantined'], string> = {
  bad_date: 'a date that cannot be read',
  missing_id: 'no number',
  missing_time: 'no time',
  unknown_value: 'a value without a meaning here',
  short_row: 'too few cells',
  long_row: 'too many cells',
  too_large: 'too large',
  bad_bytes: 'bytes that are no text',
  future: 'a time in the future',
}

/** Why a record was set aside: "a date that cannot be read" */
export const reasonInWords = (reason: keyof typeof reasons): string => reasons[reason]

/** "12 with a date that cannot be read" for each reason that occurred. */
export const reasonsOf = (file: FileReceipt): string[] =>
  Object.entries(file.quarantined)
    .filter(([, value]) => value > 0)
    .map(([reason, value]) => `${number(value)}: ${reasons[reason as keyof typeof reasons] ?? reason}`)

/** Why a file was refused, with the record where it went wrong if the words do not say it themselves. */
export const refusalOf = ({ message, record }: NonNullable<FileReceipt['refused']>): string =>
  record === null || message.includes(`record ${record} `) ? message : `${message} (record ${number(record)})`

const namesShown = 8

/** "Notes, Room and 3 more" */
export const named = (names: readonly string[]): string => {
  const more = names.length - namesShown
  return more > 0 ? `${names.slice(0, namesShown).join(', ')} and ${number(more)} more` : names.join(', ')
}

/** The whole night in one sentence. */
export const receiptsSentence = ({ files }: RunFile): string => {
  if (files.length === 0) return 'No file was read.'
  const read = files.filter((file) => file.refused === null)
  const aside = total(read, quarantinedOf)
  const refused = files.length - read.length
  const first = `${sentenceCase(
    count(
      total(read, (file) => file.records),
      'record',
    ),
  )} in ${count(read.length, 'file')} were read and ${number(total(read, (file) => file.kept))} kept; ${number(aside)} ${aside === 1 ? 'was' : 'were'} set aside because they could not be understood.`
  return refused === 0 ? first : `${first} ${sentenceCase(count(refused, 'file'))} could not be read at all.`
}
