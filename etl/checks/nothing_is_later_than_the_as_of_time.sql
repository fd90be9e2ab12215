-- severity: error
select item_kind, item_id, kind, occurred_at from fct_events where occurred_at > $as_of::timestamptz
union all
select 'ticket' as item_kind, ticket_id as item_id, 'resolved_at' as kind, resolved_at as occurred_at
from fct_tickets where greatest(opened_at, acknowledged_at, resolved_at, closed_at) > $as_of::timestamptz
union all
select 'escalation' as item_kind, escalation_id as item_id, 'resolved_at' as kind, resolved_at as occurred_at
from fct_escalations where greatest(received_at, logged_at, acknowledged_at, resolved_at, closed_at) > $as_of::timestamptz
