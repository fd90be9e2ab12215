-- Tickets with an escalation within so many days of their opening; and the escalations that belong to no ticket.
with escalated as (
    select e.ticket_id, min(i.received_at) as escalated_at
    from fct_escalation_tickets as e
    join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
    where e.is_matched and not i.is_left_out
    group by e.ticket_id
),
-- where nobody has escalated anything yet: up to when that would be known
telling as (
    select max(known_until) as known_until from dim_sources where item_kind = 'escalation' or has_escalated_when
),
known as (
    select coalesce(max(i.known_until), any_value(t.known_until)) as known_until
    from telling as t
    left join fct_all_items as i on i.item_kind = 'escalation'
),
tickets as (
    select t.item_id, t.received_day, t.received_at + to_days($escalated_within_days::integer) as due_at, e.escalated_at,
        k.known_until as escalations_known_until
    from fct_all_items as t
    cross join known as k
    left join escalated as e on e.ticket_id = t.item_id
    where t.item_kind = 'ticket' and not t.is_left_out
),
unmatched as (
    select count(*) filter (e.ticket_match <> 'matched') as items, count(*) as n
    from fct_escalations as e
    join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
    where not i.is_left_out and i.received_day > timezone($timezone, i.known_until)::date - 365
)
select 'share' as part, 'rate' as id, 'ticket' as item_kind, item_id, received_day as day,
    coalesce(escalated_at <= due_at, false)::integer::double as hit,
    -- settled once tickets and escalations are both known until then
    case when due_at <= escalations_known_until then due_at else 'infinity'::timestamptz end as due_at,
    null::varchar as unit, null::double as value, null::integer as n
from tickets
union all by name
select 'figure' as part, 'unmatched' as id, 'escalation' as item_kind, 'items' as unit, items::double as value, n::integer as n
from unmatched
