-- A named owner within the time allowed for it, after how long, and what never had one.
with counted as not materialized (
    select item_kind, item_id, received_at, received_day, first_owned_at, resolved_at, resolve_minutes, resolve_business_minutes, done_at, is_open,
        age_minutes, age_business_minutes
    from fct_all_items
    where not is_left_out
),
hours as (select * from dim_calendar where calendar = 'main'),
dated as (select * from with_due(counted, hours, $owner_within_kind, $owner_within_amount, $timezone)),
-- owners whose beginning is no time but a day, or a first sight: then it is known to lie between the two
seen as (
    select item_kind, item_id, occurred_at, min(occurred_at_earliest) as earliest_at, bool_or(is_first_sight) as is_bound
    from fct_events
    where kind = 'assigned' and owner is not null and not is_assumed and (is_first_sight or not is_timed)
    group by item_kind, item_id, occurred_at
),
owned as (
    select d.*, s.earliest_at, coalesce(s.is_bound, false) as is_bound,
        d.age_minutes is not null and s.item_id is null as is_timed
    from dated as d
    left join seen as s on s.item_kind = d.item_kind and s.item_id = d.item_id and s.occurred_at = d.first_owned_at
),
openings as (select * from opened_last(hours)),
waited as (select * from with_wait(owned, fct_statuses, hours)),
clocked as (
    select c.*, greatest(0, minutes_between(c.received_at, c.first_owned_at)) as own_minutes,
        greatest(0, open_minutes_before(c.first_owned_at, t.opens_at, t.closes_at, t.minutes_before)
            - open_minutes_before(c.received_at, f.opens_at, f.closes_at, f.minutes_before)) as own_business_minutes
    from waited as c
    left join openings as f on utc_day(c.received_at) = f.utc_day and c.received_at >= f.opens_at and c.received_at < f.next_opens_at
    left join openings as t on utc_day(c.first_owned_at) = t.utc_day and c.first_owned_at >= t.opens_at and c.first_owned_at < t.next_opens_at
)
select 'share' as part, 'within' as id, item_kind, item_id, received_day as day,
    case
        when first_owned_at <= due_at then 1
        when is_bound and earliest_at <= due_at then null
        else 0
    end as hit, due_at, null::double as minutes, null::double as business_minutes, null::boolean as is_event, null::timestamptz as since_at
from owned
union all by name
select 'time' as part, 'done' as id, item_kind, item_id, received_day as day,
    case when first_owned_at is null then wait_minutes when is_timed then own_minutes end as minutes,
    case when first_owned_at is null then wait_business_minutes when is_timed then own_business_minutes end as business_minutes,
    first_owned_at is not null as is_event
from clocked
union all by name
select 'now' as part, 'waiting' as id, item_kind, item_id, received_day as day, received_at as since_at
from counted
where first_owned_at is null and is_open
