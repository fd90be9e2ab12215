-- severity: error
select ticket_id as item_id, status, is_open, resolved_at from fct_tickets where is_open and resolved_at is not null
union all
select escalation_id, status, is_open, resolved_at from fct_escalations where is_open and resolved_at is not null
