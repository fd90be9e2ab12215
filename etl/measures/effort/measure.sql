-- What it took: handed on, returned to an earlier owner, solved at first contact, chased, repeated, avoidable,
-- waiting for others.
with counted as not materialized (
    select * from fct_all_items where not is_left_out
),
once_resolved as not materialized (
    select item_kind, item_id, first_resolved_day as day, handoff_count, is_returned, reopening_due(first_resolved_at, $reopened_within_days) as due_at,
        is_reopened_by(first_resolved_at, reopened_at, $reopened_within_days) as is_reopened
    from counted
    where first_resolved_at is not null
),
-- while an item is open, it is not known how much it will have taken
done as not materialized (
    select * from counted where done_at is not null
),
chases as (
    select item_kind, item_id, count(*) as chases from fct_events where kind = 'chased' group by item_kind, item_id
),
lives as (
    select s.item_kind, s.item_id, c.done_day,
        sum(minutes_between(greatest(s.from_at, c.received_at), least(coalesce(s.to_at, c.known_until), c.known_until))) as minutes,
        sum(minutes_between(greatest(s.from_at, c.received_at), least(coalesce(s.to_at, c.known_until), c.known_until)))
            filter (s.status = 'waiting') as waiting_minutes
    from fct_statuses as s
    join done as c on c.item_kind = s.item_kind and c.item_id = s.item_id
    where not s.is_done and coalesce(s.to_at, c.known_until) > c.received_at and s.from_at < c.known_until
    group by s.item_kind, s.item_id, c.done_day
)
select 'share' as part, unnest(['handed_on', 'returned']) as id, item_kind, item_id, day,
    unnest([(handoff_count > 0)::integer, is_returned::integer])::double as hit, null::double as weight, null::timestamptz as due_at
from once_resolved
union all by name
select 'share' as part, 'first_contact' as id, item_kind, item_id, day, (handoff_count = 0 and not is_reopened)::integer::double as hit, due_at
from once_resolved
union all by name
select 'share' as part, 'chased' as id, s.item_kind, s.item_id, c.done_day as day, (h.chases is not null)::integer::double as hit
from fct_silences as s
join done as c on c.item_kind = s.item_kind and c.item_id = s.item_id
left join chases as h on h.item_kind = s.item_kind and h.item_id = s.item_id
union all by name
select 'share' as part, 'repeated' as id, c.item_kind, c.item_id, c.received_day as day, (e.repeat_of is not null)::integer::double as hit
from counted as c
join fct_escalations as e on e.escalation_id = c.item_id
where c.item_kind = 'escalation'
union all by name
select 'share' as part, 'avoidable' as id, c.item_kind, c.item_id, c.done_day as day,
    case when e.repeat_of is not null or h.chases is not null or starts_with(e.outcome, 'redirected_') then 1.0
        -- of one of these at least it is known that it was not so
        when e.ticket_match <> 'missing' or s.item_id is not null or e.outcome <> 'unknown' then 0.0 end::double as hit
from done as c
join fct_escalations as e on e.escalation_id = c.item_id
left join chases as h on h.item_kind = c.item_kind and h.item_id = c.item_id
left join fct_silences as s on s.item_kind = c.item_kind and s.item_id = c.item_id
where c.item_kind = 'escalation'
union all by name
select 'share' as part, 'waiting_time' as id, item_kind, item_id, done_day as day, coalesce(waiting_minutes, 0) as hit, minutes as weight
from lives
where minutes > 0
