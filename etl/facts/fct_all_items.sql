-- One row an item of either kind, with what tickets and escalations have in common and what they are told apart by;
-- teams of few people stand together (`dim_teams`).
with major as (
    select ticket_id from fct_tickets where is_major
),
told_by as (
    select escalation_id, list_sort(list(distinct source)) as sources from fct_escalation_traces group by escalation_id
),
tickets as (
    select 'ticket'::item_kind as item_kind, t.ticket_id as item_id, t.opened_at as received_at, t.status = 'cancelled' as is_left_out,
        d.sources, coalesce(t.parent_id in (from major), false) as is_major_child, t.*
    from fct_tickets as t
    left join stg_descriptions as d on d.item_kind = 'ticket' and d.item_id = t.ticket_id
),
escalations as (
    select 'escalation'::item_kind as item_kind, e.escalation_id as item_id, e.outcome in ('withdrawn', 'duplicate') as is_left_out,
        b.sources, coalesce(t.parent_id in (from major), false) as is_major_child, e.*
    from fct_escalations as e
    left join told_by as b on b.escalation_id = e.escalation_id
    left join fct_tickets as t on t.ticket_id = e.ticket_id
),
both_kinds as (
    select * from tickets
    union all by name
    select * from escalations
),
-- since when an item is done that was not resolved, or only before it was cancelled
turns as (
    select s.item_kind, s.item_id, s.is_done, s.from_at
    from fct_statuses as s
    semi join (select item_kind, item_id from both_kinds where not is_open and resolved_at is null) as c on c.item_kind = s.item_kind and c.item_id = s.item_id
    qualify s.is_done is distinct from lag(s.is_done) over (partition by s.item_kind, s.item_id order by s.from_at, s.to_at nulls last, s.is_done)
),
ended as (
    select item_kind, item_id, max(from_at) as ended_at from turns where is_done group by item_kind, item_id
),
known as (
    select known_until, timezone($timezone, known_until)::date as known_day from (select distinct known_until from fct_items)
)
select b.item_kind, b.item_id, b.received_at, timezone($timezone, b.received_at)::date as received_day, b.known_until, k.known_day,
    timezone($timezone, i.first_resolved_at)::date as first_resolved_day,
    b.acknowledged_at, i.acknowledged_earliest_at, i.is_acknowledged_bound, b.acknowledge_minutes, b.acknowledge_business_minutes,
    i.first_owned_at, i.first_resolved_at, i.reopened_at, b.resolved_at, i.resolved_earliest_at, i.is_resolved_bound, b.resolve_minutes, b.resolve_business_minutes, b.closed_at,
    case when not b.is_open then coalesce(b.resolved_at, n.ended_at) end as done_at, timezone($timezone, done_at)::date as done_day, b.age_minutes, b.age_business_minutes,
    b.status, b.is_open, b.is_left_out, b.flags, b.sources, b.owner, b.reopen_count, b.handoff_count, i.is_returned, b.satisfaction,
    b.service, b.priority, m.shown_as as team, b.category, b.department, b.is_major_child
from both_kinds as b
left join fct_items as i on i.item_kind = b.item_kind and i.item_id = b.item_id
left join ended as n on n.item_kind = b.item_kind and n.item_id = b.item_id
left join dim_teams as m on m.team = b.team
join known as k on k.known_until = b.known_until
