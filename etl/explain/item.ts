type Time = number | null
type Text = string | null

/** A ticket or an escalation with what describes it. Times are in milliseconds. */
export interface Item {
  readonly item_kind: 'ticket' | 'escalation'
  readonly item_id: string
  readonly status: string
  readonly is_open: boolean
  readonly owner: Text
  readonly team: Text
  readonly received_at: number
  readonly is_received_timed: boolean
  readonly acknowledged_at: Time
  readonly acknowledged_basis: Text
  readonly acknowledge_minutes: number | null
  readonly acknowledge_business_minutes: number | null
  readonly is_negative_acknowledge: boolean | null
  readonly first_owned_at: Time
  readonly first_resolved_at: Time
  readonly resolved_at: Time
  readonly resolve_minutes: number | null
  readonly resolve_business_minutes: number | null
  readonly is_negative_resolve: boolean | null
  readonly closed_at: Time
  readonly known_until: number
  readonly age_minutes: number | null
  readonly age_business_minutes: number | null
  readonly reopen_count: number
  readonly handoff_count: number
  readonly is_first_seen_under_way: boolean
  readonly kind: Text
  readonly priority: Text
  readonly service: Text
  readonly category: Text
  readonly subcategory: Text
  readonly category_item: Text
  readonly department: Text
  readonly place: Text
  readonly parent_id: Text
  readonly is_major: boolean
  readonly is_major_child: boolean
  readonly problem: Text
  readonly satisfaction: Text
  readonly logged_at: Time
  readonly closed_by: Text
  readonly outcome: Text
  readonly reason: Text
  readonly impact: Text
  readonly wanted: Text
  readonly needed_by: Text
  readonly route: Text
  readonly repeat_of: Text
  /** The recurring issue that a ticket is of, how many tickets have it, and since when it is called rising or falling. */
  readonly issue: Text
  readonly issue_tickets: number | null
  readonly issue_direction: 'up' | 'down' | null
  readonly issue_called_on: Text
  readonly flags: readonly string[]
}
