import type { Calendar, Duration } from './calendar.ts'

export const statuses = ['new', 'in_progress', 'waiting', 'resolved', 'closed', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** A row of a log of changes, as a tool writes it: what holds from its time on. Times are wall times of London. */
export interface StateRow {
  readonly id: string
  readonly at: string
  readonly order: number | null
  readonly event: '' | 'acknowledged' | 'auto_acknowledged' | 'updated' | 'noted' | 'chased'
  readonly status: Status
  readonly owner: string
  readonly team: string
  readonly actor: string
  /** Empty where the log does not say when the item began. */
  readonly began: string
  readonly priority: string
  readonly service: string
  readonly requester: string
  readonly parent: string
  readonly isMajor: boolean
  readonly satisfaction: string
  /** Whether the ticket is marked as escalated. */
  readonly isFlagged: boolean
  /** What an escalation says of tickets, in words. */
  readonly ticket: string
  readonly outcome: string
  readonly reason: string
  readonly route: string
}

/** A row of a list of escalations as they stand; a time is a wall time, a day alone, or empty. */
export interface FormRow {
  readonly id: string
  readonly ticket: string
  readonly received: string
  readonly acknowledged: string
  readonly resolved: string
  readonly updated: string
  readonly status: Status
  readonly owner: string
  readonly route: string
}

export interface Target {
  readonly level: string
  readonly measure: 'response' | 'resolution'
  readonly words: string
  readonly duration: Duration
  readonly calendar: 'main' | 'teaching'
  readonly isPaused: boolean
  /** Local day from which it is in force. */
  readonly from: string
}

export interface Person {
  readonly name: string
  readonly aliases: readonly string[]
  readonly team: string | null
  /** Last day, where they leave. */
  readonly to: string | null
  readonly is: 'person' | 'shared' | 'system'
}

/** A part of an academic year, with its first and last local day. */
export interface Term {
  readonly year: string
  readonly name: string
  readonly from: string
  readonly to: string
}

export type SourceName = 'desk' | 'forms' | 'log'

/** A small world: all rows that its sources write until their exports, and its settings. */
export interface World {
  readonly seed: number
  readonly asOf: number
  readonly exportedAt: Readonly<Record<SourceName, number>>
  readonly log: readonly StateRow[]
  readonly desk: readonly StateRow[]
  readonly forms: readonly FormRow[]
  /** Whether the ticket log's mark tells of escalations. */
  readonly hasFlag: boolean
  readonly people: readonly Person[]
  readonly targets: readonly Target[]
  readonly calendars: Readonly<Record<'main' | 'teaching', Calendar>>
  readonly within: Readonly<Record<'acknowledged' | 'investigated' | 'resolved', number>>
  readonly terms: readonly Term[]
  readonly reopenedWithinDays: number
  readonly escalatedWithinDays: number
}

/** The sources in the order in which they are believed. */
export const sourceNames: readonly SourceName[] = ['desk', 'forms', 'log']
