-- A named owner within the time allowed for it, after how long, and what never had one.
with counted as (
    select * from fct_all_items where not is_left_out
),
hours as (select * from dim_calendar where calendar = 'main'),
dated as (select * from with_due(counted, hours, $owner_within_kind, $owner_within_amount, $timezone)),
clocked as (
    select c.*, greatest(0, minutes_between(c.received_at, c.first_owned_at)) as own_minutes,
        greatest(0, open_minutes_before(c.first_owned_at, t.opens_at, t.closes_at, t.minutes_before)
            - open_minutes_before(c.received_at, f.opens_at, f.closes_at, f.minutes_before)) as own_business_minutes
    from dated as c
    asof left join hours as f on c.received_at >= f.opens_at
    asof left join hours as t on c.first_owned_at >= t.opens_at
)
select 'share' as part, 'within' as id, item_kind, item_id, received_day as day,
    coalesce(first_owned_at <= due_at, false)::integer::double as hit, due_at,
    null::double as minutes, null::double as business_minutes, null::boolean as is_event, null::timestamptz as since_at
from clocked
union all by name
select 'time' as part, 'done' as id, item_kind, item_id, received_day as day,
    case when first_owned_at is null then age_minutes else own_minutes end as minutes,
    case when first_owned_at is null then age_business_minutes else own_business_minutes end as business_minutes,
    first_owned_at is not null as is_event
from clocked
where not list_has_any(flags, ['date_only', 'first_seen_under_way'])
union all by name
select 'now' as part, 'waiting' as id, item_kind, item_id, received_day as day, received_at as since_at
from clocked
where first_owned_at is null and is_open
