-- Investigated within the fixed time, after how long, and what still waits for it.
with counted as (
    select i.*, n.investigated_at, n.is_bound, n.investigated_earliest_at, n.investigate_minutes, n.investigate_business_minutes
    from fct_all_items as i
    left join fct_investigations as n on n.item_kind = i.item_kind and n.item_id = i.item_id
    where i.item_kind = 'escalation' and not i.is_left_out
),
hours as (select * from dim_calendar where calendar = 'main'),
dated as (select * from with_due(counted, hours, $investigated_kind, $investigated_amount, $timezone)),
waited as (select * from with_wait(counted, fct_statuses, hours))
select 'share' as part, 'within' as id, item_kind, item_id, received_day as day,
    case
        when investigated_at <= due_at then 1
        when is_bound and investigated_earliest_at <= due_at then null
        else 0
    end as hit, due_at, null::double as minutes, null::double as business_minutes, null::boolean as is_event
from dated
union all by name
select 'time' as part, 'done' as id, item_kind, item_id, received_day as day,
    case when investigated_at is null then wait_minutes else investigate_minutes end as minutes,
    case when investigated_at is null then wait_business_minutes else investigate_business_minutes end as business_minutes,
    investigated_at is not null as is_event
from waited
union all by name
select 'now' as part, 'waiting' as id, item_kind, item_id, received_day as day, received_at as since_at
from counted
where investigated_at is null and is_open
