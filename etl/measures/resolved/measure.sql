-- Resolved within the fixed time, after how long, reopened, and what is open now and for how long.
with counted as not materialized (
    select * from fct_all_items where not is_left_out
),
hours as (select * from dim_calendar where calendar = 'main'),
dated as (select * from with_due(counted, hours, $resolved_kind, $resolved_amount, $timezone)),
waited as (select * from with_wait(counted, fct_statuses, hours)),
-- the tickets that an escalation names, as they stood when it ended
ended as (
    select c.item_kind, c.item_id, c.done_at, c.done_day, e.ticket_id
    from counted as c
    join fct_escalation_tickets as e on e.escalation_id = c.item_id and e.is_matched
    where c.item_kind = 'escalation' and c.done_at is not null
),
ticket_statuses as (
    select item_id as ticket_id, from_at, is_done from fct_statuses where item_kind = 'ticket' and to_at is distinct from from_at
),
ended_beside as (
    select e.item_kind, e.item_id, e.done_day, bool_or(not s.is_done) as is_ticket_open
    from ended as e
    asof join ticket_statuses as s on s.ticket_id = e.ticket_id and e.done_at >= s.from_at
    group by e.item_kind, e.item_id, e.done_day
)
select 'share' as part, 'within' as id, item_kind, item_id, received_day as day,
    case
        when resolved_at <= due_at then 1
        when is_resolved_bound and resolved_earliest_at <= due_at then null
        else 0
    end as hit, due_at, null::double as minutes, null::double as business_minutes, null::boolean as is_event,
    null::varchar as unit, null::varchar as of, null::varchar as key, null::varchar as col, null::double as value, null::integer as n, null::bigint as place
from dated
union all by name
select 'share' as part, 'reopened' as id, item_kind, item_id, first_resolved_day as day,
    is_reopened_by(first_resolved_at, reopened_at, $reopened_within_days)::integer::double as hit,
    reopening_due(first_resolved_at, $reopened_within_days) as due_at
from counted
where first_resolved_at is not null
union all by name
select 'share' as part, 'closed_before_ticket' as id, item_kind, item_id, done_day as day,
    is_ticket_open::integer::double as hit
from ended_beside
union all by name
select 'time' as part, 'done' as id, item_kind, item_id, received_day as day,
    case when resolved_at is null then wait_minutes else resolve_minutes end as minutes,
    case when resolved_at is null then wait_business_minutes else resolve_business_minutes end as business_minutes,
    resolved_at is not null as is_event
from waited
union all by name
select 'now' as part, 'open' as id, item_kind, item_id, received_day as day, received_at as since_at
from counted
where is_open
union all by name
select 'cell' as part, 'by_age' as id, k.item_kind, 'items' as unit, 'age' as of, b.label as key, 'open_now' as col,
    count(c.item_id)::double as value, count(c.item_id)::integer as n, b.at_least_days as place
from (select distinct item_kind from counted) as k
cross join age_bands() as b
left join counted as c on c.item_kind = k.item_kind and c.is_open
    and minutes_between(c.received_at, c.known_until) >= b.at_least_days * 1440
    and minutes_between(c.received_at, c.known_until) < b.under_days * 1440
group by k.item_kind, b.label, b.at_least_days
