-- The rows of a table of items with how long each has gone without what never happened to it, on both clocks: until its
-- end where it is done, else until now. Null where either of the two is no time but a day, or a first sight.
create macro with_wait(items, statuses, hours) as table
with cancelled as (
    select i.item_kind, i.item_id, i.received_at, i.done_at
    from query_table(items) as i
    join query_table(statuses) as s on s.item_kind = i.item_kind and s.item_id = i.item_id
        and s.status = 'cancelled' and s.to_at is null and s.is_timed and not s.is_bound
    where i.done_at is not null and i.resolved_at is null and i.age_minutes is not null
),
stretches as (select * from query_table(hours)),
ended as (
    select c.item_kind, c.item_id, greatest(0, minutes_between(c.received_at, c.done_at)) as minutes,
        greatest(0, open_minutes_before(c.done_at, u.opens_at, u.closes_at, u.minutes_before)
            - open_minutes_before(c.received_at, f.opens_at, f.closes_at, f.minutes_before)) as business_minutes
    from cancelled as c
    asof left join stretches as f on c.received_at >= f.opens_at
    asof left join stretches as u on c.done_at >= u.opens_at
)
select i.*,
    case when i.done_at is null then i.age_minutes when i.resolved_at is not null then i.resolve_minutes else e.minutes end as wait_minutes,
    case when i.done_at is null then i.age_business_minutes when i.resolved_at is not null then i.resolve_business_minutes else e.business_minutes
        end as wait_business_minutes
from query_table(items) as i
left join ended as e on e.item_kind = i.item_kind and e.item_id = i.item_id;
