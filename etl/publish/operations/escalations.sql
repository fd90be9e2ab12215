-- The escalations that are open, each with the tickets that it names; times in milliseconds.
with named as (
    select escalation_id, list({id: ticket_id, is_matched: is_matched} order by place, ticket_id) as tickets
    from fct_escalation_tickets
    group by escalation_id
),
answering as (
    select item_id, arg_max(owner, from_at) as owner
    from fct_ownership
    where item_kind = 'escalation' and is_assumed and to_at is null
    group by item_id
)
select e.escalation_id as id, epoch_ms(e.received_at)::double as begun_at, epoch_ms(e.known_until)::double as known_until,
    e.age_minutes, e.age_business_minutes, e.status,
    case when e.owner is not null or o.is_unowned_now is not null then e.owner is not null end as has_owner,
    e.owner, case when e.owner is null then a.owner end as assumed_owner,
    e.team, e.service, e.priority, coalesce(n.tickets, []) as tickets, e.route, e.reason, e.impact, e.needed_by::varchar as needed_by,
    epoch_ms(s.last_message_at)::double as last_heard_at
from fct_escalations as e
left join named as n on n.escalation_id = e.escalation_id
left join answering as a on a.item_id = e.escalation_id
left join fct_owned as o on o.item_kind = 'escalation' and o.item_id = e.escalation_id
left join fct_silences as s on s.item_kind = 'escalation' and s.item_id = e.escalation_id
where e.is_open
