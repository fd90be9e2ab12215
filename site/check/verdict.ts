/** What the check of one file comes to. All of it stays in the page. Times are milliseconds since 1970. */
import type { SetAsideFor } from '../../data/shared/fault.ts'
import type { RefusedFor } from '../../data/shared/refusal.ts'

export type Claim =
  /** A source's `files` fit the file's name, or its name in the folder that they name. */
  | 'name'
  | 'folder'
  /** No name fits; its columns are those of the source. */
  | 'columns'
  /** The reader said so. */
  | 'chosen'

/** One column of what a source reads, and the header that it was found under. */
export type ColumnFound = {
  column: string
  /** Null where the file does not have it. */
  header: string | null
  /** What the source looks for. */
  looked_for: readonly string[]
  is_required: boolean
}

/** A record that would be set aside, and what it holds there. */
export type SetAsideRecord = { record: number; column: string | null; holds: string }
export type SetAside = { reason: SetAsideFor; records: number; first: readonly SetAsideRecord[] }

/** A cell as it would be understood. */
export type UnderstoodCell = {
  column: string
  written: string | null
  /** When, or what a word means; null where it is neither. */
  at: { earliest: number; isDay: boolean } | null
  meaning: string | null
}
export type FirstRecord = { record: number; reason: SetAsideFor | null; cells: readonly UnderstoodCell[] }

export type Refused = { reason: RefusedFor; record: number | null; message: string }

/** What was seen before it was clear that a file would be refused, or of one that would be read. */
export type Seen = {
  encoding: string | null
  delimiter: string | null
  columns: readonly ColumnFound[]
  /** Headers that nothing reads. */
  unused: readonly string[]
  first: readonly FirstRecord[]
}

export type Verdict = Seen & {
  refused: Refused | null
  records: number
  /** Of each reason that occurs, in the order in which it first does. */
  setAside: readonly SetAside[]
  /** When it is taken to have been exported, and how that is known. */
  exported: { at: number; by: 'name' | 'column' | 'file' } | null
  /** Date formats that are not read here: dates of columns that have one are not judged. */
  unreadFormats: readonly string[]
}

/** Records that would be set aside, for whatever reason. */
export const asideOf = ({ setAside }: Pick<Verdict, 'setAside'>): number =>
  setAside.reduce((sum, { records }) => sum + records, 0)

/** What was looked for and found of a file. */
export type Checked = {
  name: string
  bytes: number
  seconds: number
  claim: Claim | null
  /** The source that it was read as; null where none could be. */
  source: string | null
  /** Formats and hints whose headers it has. */
  looksLike: readonly string[]
  /** Null where it was not read: why is told by `notRead`. */
  verdict: Verdict | null
  notRead: 'passed_over' | 'spreadsheet' | 'json' | 'mail' | 'no_source' | null
}
