-- The open tickets past a target, each with the escalations that name it; times in milliseconds.
with late as (
    select ticket_id, any_value(level) as level
    from fct_attainment
    where state = 'open_breached'
    group by ticket_id
),
naming as (
    select n.ticket_id, list({id: n.escalation_id, is_open: e.is_open} order by e.is_open desc, e.received_at desc, n.escalation_id) as escalations
    from fct_escalation_tickets as n
    join fct_escalations as e on e.escalation_id = n.escalation_id
    group by n.ticket_id
),
answering as (
    select item_id, arg_max(owner, from_at) as owner
    from fct_ownership
    where item_kind = 'ticket' and is_assumed and to_at is null
    group by item_id
)
select t.ticket_id as id, epoch_ms(t.opened_at)::double as begun_at, epoch_ms(t.known_until)::double as known_until,
    t.age_minutes, t.age_business_minutes, t.status, l.level,
    case when t.owner is not null or o.is_unowned_now is not null then t.owner is not null end as has_owner,
    t.owner, case when t.owner is null then a.owner end as assumed_owner,
    t.team, t.service, t.priority, p.ticket_id as major_incident, coalesce(n.escalations, []) as escalations
from late as l
join fct_tickets as t on t.ticket_id = l.ticket_id
left join fct_tickets as p on p.ticket_id = t.parent_id and p.is_major
left join naming as n on n.ticket_id = t.ticket_id
left join answering as a on a.item_id = t.ticket_id
left join fct_owned as o on o.item_kind = 'ticket' and o.item_id = t.ticket_id
