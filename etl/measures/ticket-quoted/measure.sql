-- A ticket number quoted, one that is a ticket's, and whether that ticket had been opened before.
with counted as (
    select e.escalation_id, e.received_at, e.ticket_match, i.received_day, t.opened_at
    from fct_escalations as e
    join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
    left join fct_tickets as t on t.ticket_id = e.ticket_id
    where not i.is_left_out
)
select 'share' as part, unnest(['quoted', 'matched']) as id, 'escalation' as item_kind, escalation_id as item_id, received_day as day,
    unnest([(ticket_match <> 'missing')::integer, (ticket_match = 'matched')::integer])::double as hit
from counted
union all by name
select 'share' as part, 'opened_before' as id, 'escalation' as item_kind, escalation_id as item_id, received_day as day,
    (opened_at < received_at)::integer::double as hit
from counted
where opened_at is not null
