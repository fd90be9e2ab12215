import type { CalendarSettings } from '../config/calendar-schema.ts'
import type { Settings } from '../config/settings.ts'
import type { Item } from './item.ts'
import type { LocalTime } from './local-time.ts'
import type { Span } from './spans.ts'

type Time = number | null
type Text = string | null

export interface StoryEvent {
  readonly occurred_at: number
  readonly occurred_at_earliest: number
  readonly kind: string
  readonly actor_kind: string
  readonly owner: Text
  readonly team: Text
  readonly status: Text
  readonly source: string
  readonly file: string
  readonly record: number
  readonly is_first_sight: boolean
  readonly is_timed: boolean
  readonly basis: Text
  readonly is_assumed: boolean
}

export interface OwnerStretch {
  readonly owner: string
  readonly is_assumed: boolean
  readonly is_ended_by_leaving: boolean
  readonly from_at: number
  readonly to_at: Time
}

export interface Investigated {
  readonly investigated_at: number
  readonly investigated_basis: string
  readonly is_timed: boolean
  readonly investigate_minutes: number | null
  readonly investigate_business_minutes: number | null
}

export interface Owned {
  readonly window_from_at: Time
  readonly is_always_owned: boolean | null
  readonly window_minutes: number | null
  readonly unowned_minutes: number | null
  readonly unowned_business_minutes: number | null
  readonly is_unowned_now: boolean | null
}

export interface Silence {
  readonly messages: number
  readonly last_message_at: Time
  readonly longest_silence_minutes: number | null
  readonly silence_now_minutes: number | null
  readonly is_silent_now: boolean
}

export interface Attained {
  readonly measure: 'response' | 'resolution'
  readonly level: Text
  readonly target: Text
  readonly calendar: Text
  readonly clock: Text
  readonly due_at: Time
  readonly done_at: Time
  readonly state: string
  readonly is_paused: boolean
}

export interface Correction {
  readonly line: number
  readonly field: string
  readonly value: string
  readonly reason: string
  readonly corrected_by: string
}

/** Records of one file that met the same end; of those that were set aside, each by itself. */
export interface RecordsTold {
  readonly file: string
  readonly verdict: 'kept' | 'superseded' | 'duplicate' | 'quarantined'
  readonly fault: Text
  readonly fault_column: Text
  readonly records: number
  readonly first_record: number
}

/** All that is known of one item, and by which clock and calendar. */
export interface Story {
  readonly time: LocalTime
  readonly calendar: CalendarSettings
  readonly settings: Pick<Settings, 'owner_within' | 'update_cadence'>
  readonly item: Item
  readonly events: readonly StoryEvent[]
  readonly owners: readonly OwnerStretch[]
  /** Stretches in which it was not done. */
  readonly open: readonly Span[]
  readonly waits: readonly { readonly from_at: number; readonly to_at: Time }[]
  /** Service hours of all days of its life. */
  readonly hours: readonly Span[]
  readonly investigated: Investigated | null
  readonly owned: Owned | null
  readonly heard: readonly (Span & { readonly is_heard: boolean })[]
  readonly silence: Silence | null
  readonly attained: readonly Attained[]
  readonly escalations: readonly {
    escalation_id: string
    received_at: number
    status: string
    outcome: string
  }[]
  readonly tickets: readonly { ticket_id: string; is_matched: boolean; opened_at: Time; status: Text }[]
  readonly traces: readonly {
    source: string
    trace_id: string
    /** The id under which its records stand. */
    item_id: string
    received_at: number
    is_further: boolean
  }[]
  readonly corrections: readonly Correction[]
  readonly records: readonly RecordsTold[]
}
