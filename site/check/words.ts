/** What the check of a file found, in words. */
import type { SetAsideFor } from '../../data/shared/fault.ts'
import { columnMeanings } from '../../data/shared/meanings.ts'
import { instant } from '../words/date.ts'
import { count, number, sentenceCase } from '../words/number.ts'
import { asideOf, type Checked, type UnderstoodCell, type Verdict } from './verdict.ts'

const reasons: Record<SetAsideFor, string> = {
  bad_date: 'A date that cannot be read',
  missing_id: 'No number',
  missing_time: 'No time at which it began or changed',
  unknown_value: 'A word without a meaning here',
  short_row: 'Fewer cells than the header',
  long_row: 'More cells than the header',
  too_large: 'A cell that is too large',
  bad_bytes: 'Bytes that are no text',
  future: 'A time later than the export',
}
export const reasonWords = (reason: SetAsideFor): string => reasons[reason]

/** What can be done about records that are set aside for a reason. */
const remedies: Record<SetAsideFor, string> = {
  bad_date: 'Say in config.yaml how the column writes its dates, or which comes first, the day or the month.',
  missing_id: 'Without its number nobody can say which ticket or escalation a record is of.',
  missing_time: 'Without a time a record cannot be put in its place.',
  unknown_value: 'Say in config.yaml, under values:, what the word means.',
  short_row: 'The row was cut, or a line end stands in a cell without quotes.',
  long_row: 'A delimiter may stand in a cell without quotes.',
  too_large: 'A cell may hold a million characters.',
  bad_bytes: 'The tool, or a copy on the way, wrote something else than text there.',
  future: 'The file may be older than its name or date says, or day and month may have changed places.',
}
export const remedyOf = (reason: SetAsideFor): string => remedies[reason]

/** What a column says, in a few words. */
export const meaningOf = (column: string): string =>
  (columnMeanings as Readonly<Record<string, string>>)[column] ?? column

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
}
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'windows-1252': 'Windows-1252',
}

/** "UTF-8, its cells parted by commas" */
export const writtenAs = ({ encoding, delimiter }: Pick<Verdict, 'encoding' | 'delimiter'>): string => {
  const letters = encodings[encoding ?? ''] ?? 'not known'
  return delimiter === null
    ? letters
    : `${letters}, its cells parted by ${delimiterNames[delimiter] ?? delimiter}`
}

const from = {
  name: 'as its name says',
  column: 'as one of its columns says',
  file: 'as the date of the file says',
}

export const exportedWords = ({ at, by }: NonNullable<Verdict['exported']>, zone: string): string =>
  `${instant(new Date(at).toISOString(), zone)}, ${from[by]}`

const dayOf = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  }).format(at)

/** A cell as it would be understood: a time in the institution's zone, a word's meaning, or what is written. */
export const understood = (
  { written, at, meaning }: UnderstoodCell,
  zone: string,
  sourceZone: string,
): string => {
  if (written === null) return '–'
  if (at !== null)
    return at.isDay ? dayOf(at.earliest, sourceZone) : instant(new Date(at.earliest).toISOString(), zone)
  return meaning === null ? written : meaning.replaceAll('_', ' ')
}

const megabyte = 1e6

/** 2,345,678 → "2.3 MB" */
export const size = (bytes: number): string =>
  bytes < megabyte / 10 ? `${number(Math.ceil(bytes / 1000))} kB` : `${(bytes / megabyte).toFixed(1)} MB`

/** 0.04 → "under a second" */
export const seconds = (value: number): string => (value < 1 ? 'under a second' : count(value, 'second'))

const notRead: Record<NonNullable<Checked['notRead']>, string> = {
  passed_over:
    'The night passes over it: its name begins with a dot or with ~$, as hidden and temporary files do.',
  spreadsheet: 'It is a spreadsheet, and this page reads delimited text only.',
  json: 'It is JSON, and this page reads delimited text only.',
  mail: 'It is mail, and this page reads delimited text only.',
  no_source: 'No source reads a file of this name, and none has columns like these.',
}

/** What would become of a file that a source reads. */
const outcomeOf = (verdict: Verdict): string => {
  if (verdict.refused !== null) return 'it would be refused whole: nothing of it would be read.'
  const aside = asideOf(verdict)
  const { records } = verdict
  if (records === 0) return 'it would be read, and it holds no record.'
  if (aside === 0)
    return records === 1 ? 'its one record would be read.' : `all ${number(records)} records would be read.`
  if (aside === records)
    return `it would be read, but ${records === 1 ? 'its one record' : `each of its ${number(records)} records`} would be set aside.`
  return `${number(records - aside)} of ${number(records)} records would be read; ${number(aside)} would be set aside.`
}

/** Whether the night would read it. */
export const verdictWords = ({ verdict, claim, source, notRead: why }: Checked): string => {
  if (why !== null || verdict === null) return notRead[why ?? 'no_source']
  const outcome = outcomeOf(verdict)
  if (claim === 'columns') return `No source reads it under this name. Renamed, ${outcome}`
  if (claim === 'folder') return `In its folder of the inbox, ${outcome}`
  return claim === 'chosen' ? `As “${source}”, ${outcome}` : sentenceCase(outcome)
}

/** Whether the files were read, to be said aloud. */
export const announced = (all: readonly Checked[]): string =>
  all.length === 1 && all[0]
    ? `${all[0].name}: ${verdictWords(all[0])}`
    : `${count(all.length, 'file')} checked. ${all.map((each) => `${each.name}: ${verdictWords(each)}`).join(' ')}`

/** Why a source is taken to be the file's. */
export const claimWords = ({ claim, source }: Checked, files: string): string => {
  if (claim === 'name') return `source “${source}”, which reads ${files}`
  if (claim === 'folder') return `source “${source}”, once it lies in a folder of inbox/ that fits ${files}`
  if (claim === 'columns')
    return `source “${source}”, by its columns alone: its name does not fit ${files}, so rename it`
  return `source “${source}”, as you chose: its name does not fit ${files}, so rename it`
}
