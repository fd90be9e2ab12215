-- The escalations that are open, each with the tickets that it names; times in milliseconds. Who withdrew one, or sent it
-- twice, waits for nothing: it is left out here as it is of the figures.
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
),
-- the stretches of owners before an item had none
owning as (
    select o.item_id, count(s.item_id) as stretches, bool_or(s.is_ended_by_leaving and s.to_at <= o.unowned_since_at) as has_left,
        bool_or(s.to_at = o.unowned_since_at) as is_taken_off
    from fct_owned as o
    left join fct_ownership as s on s.item_kind = o.item_kind and s.item_id = o.item_id and not s.is_assumed
    where o.item_kind = 'escalation' and o.is_unowned_now
    group by o.item_id
)
select e.escalation_id as id, epoch_ms(e.received_at)::double as begun_at, epoch_ms(e.known_until)::double as known_until,
    e.age_minutes, e.age_business_minutes, e.status,
    case when e.owner is not null or o.is_unowned_now is not null then e.owner is not null end as has_owner,
    case when w.has_left then 'left' when w.is_taken_off then 'taken_off' when w.stretches = 0 then 'never_named' end as unowned_because,
    e.owner, case when e.owner is null then a.owner end as assumed_owner,
    e.team, e.service, e.priority, coalesce(n.tickets, []) as tickets, e.route, e.reason, e.impact, e.needed_by::varchar as needed_by,
    epoch_ms(s.last_message_at)::double as last_heard_at
from fct_escalations as e
left join named as n on n.escalation_id = e.escalation_id
left join answering as a on a.item_id = e.escalation_id
left join owning as w on w.item_id = e.escalation_id
left join fct_owned as o on o.item_kind = 'escalation' and o.item_id = e.escalation_id
left join fct_silences as s on s.item_kind = 'escalation' and s.item_id = e.escalation_id
where e.is_open and e.outcome not in ('withdrawn', 'duplicate')
