import type { Reading } from '../../data/shared/reading.ts'
import type { CanonicalColumn, RawSettings } from './schema.ts'
import type { RawSource } from './source-schema.ts'

/** Who writes to whom in a mailbox. Addresses and domains are in lower case. */
export interface MailSettings {
  /** The mailbox's own addresses. */
  readonly addresses: readonly string[]
  /** Domains and addresses of those who answer; the mailbox's own addresses answer too. */
  readonly staffDomains: readonly string[]
  readonly staffAddresses: readonly string[]
  /** Whether whoever answered counts as the owner; else they are an assumed one. */
  readonly isAnswererOwner: boolean
  /** What a ticket number looks like: a regular expression's source. */
  readonly ticketPattern: string
}

/** A source of config.yaml with its format filled in: all that reading one of its files takes. */
export interface Source {
  readonly name: string
  /** Glob below inbox/ */
  readonly files: string
  readonly format: string
  readonly entity: 'ticket' | 'escalation' | 'message'
  readonly grain: 'item' | 'event'
  readonly coverage: 'all' | 'open_only' | 'since'
  readonly timezone: string
  readonly isRequired: boolean
  readonly maxAgeDays: number | null
  readonly headerRow: number
  readonly delimiter: NonNullable<RawSource['delimiter']> | null
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252' | null
  /** Whether its files are tables (delimited text, spreadsheets, JSON) or mail. */
  readonly container: 'table' | 'mail'
  /** Name of the sheet of a spreadsheet; null for the only one. */
  readonly sheet: string | null
  /** Whether the day comes first in dates whose format the source does not give by column; null where it does not say. */
  readonly isDayFirst: boolean | null
  /** Numbers of records at which the tool cuts an export off without a word. */
  readonly cutAt: readonly number[]
  /** How the messages of a mailbox are told apart; null for what holds no messages. */
  readonly mail: MailSettings | null
  /** Whether rows may be shorter or wider than the header. */
  readonly isRagged: boolean
  /** Whether an empty cell of an event row means "as before" instead of "none". */
  readonly isEmptyUnchanged: boolean
  readonly exportedAt: { readonly filename: RegExp } | { readonly column: string } | null
  readonly reading: Reading
  /** strptime formats (or iso, epoch, excel) by canonical column; `dates` where a column has none of its own. */
  readonly dates: readonly string[]
  readonly columnDates: Readonly<Partial<Record<CanonicalColumn, readonly string[]>>>
  readonly values: Readonly<Partial<Record<CanonicalColumn, Readonly<Record<string, string>>>>>
  /** Regular expression on a canonical or source column; `column` is the one name, `at` the item-grain time column. */
  readonly escalatedWhen: {
    readonly column: string
    readonly pattern: RegExp
    readonly at: string | null
  } | null
}

/** A duration of config.yaml: `business_days` counts open days, the others are minutes on their clock. */
export type Duration =
  | { readonly kind: 'elapsed' | 'business'; readonly minutes: number }
  | { readonly kind: 'business_days'; readonly days: number }

/** One open stretch of a calendar; times as ISO instants in UTC. */
export interface OpenStretch {
  readonly calendar: string
  readonly day: string
  readonly opens_at: string
  readonly closes_at: string
  readonly minutes_before: number
  readonly open_day: number
}

/** The checked, frozen settings of an installation. */
export interface Settings
  extends Omit<RawSettings, 'sources' | 'within' | 'owner_within' | 'update_cadence'> {
  readonly sources: readonly Source[]
  readonly within: Readonly<
    Record<
      'acknowledged' | 'investigated' | 'resolved',
      { readonly words: string; readonly duration: Duration }
    >
  >
  readonly owner_within: { readonly words: string; readonly duration: Duration }
  /** `isYardstick`: nobody promised it, it is only what silence is measured by. */
  readonly update_cadence: {
    readonly words: string
    readonly duration: Duration
    readonly isYardstick: boolean
  }
}
