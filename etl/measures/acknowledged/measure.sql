-- Acknowledged within the fixed time, after how long, and what still waits for it.
with counted as not materialized (
    select * from fct_all_items where not is_left_out
),
hours as (select * from dim_calendar where calendar = 'main'),
dated as (select * from with_due(counted, hours, $acknowledged_kind, $acknowledged_amount, $timezone)),
waited as (select * from with_wait(counted, fct_statuses, hours))
select 'share' as part, 'within' as id, item_kind, item_id, received_day as day,
    case
        when acknowledged_at <= due_at then 1
        -- at some time between the two: nobody knows on which side
        when is_acknowledged_bound and acknowledged_earliest_at <= due_at then null
        else 0
    end as hit, due_at, null::double as minutes, null::double as business_minutes, null::boolean as is_event
from dated
union all by name
select 'time' as part, 'done' as id, item_kind, item_id, received_day as day,
    case when acknowledged_at is null then wait_minutes else acknowledge_minutes end as minutes,
    case when acknowledged_at is null then wait_business_minutes else acknowledge_business_minutes end as business_minutes,
    acknowledged_at is not null as is_event
from waited
union all by name
select 'now' as part, 'waiting' as id, item_kind, item_id, received_day as day, received_at as since_at
from counted
where acknowledged_at is null and is_open
