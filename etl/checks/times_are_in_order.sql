-- severity: warning
-- Acknowledged or resolved before it was received: clamped to 0 minutes, flagged, and said on the page.
select ticket_id as item_id, flags from fct_tickets where list_has_any(flags, ['negative_acknowledge', 'negative_resolve'])
union all
select escalation_id, flags from fct_escalations where list_has_any(flags, ['negative_acknowledge', 'negative_resolve'])
order by item_id
