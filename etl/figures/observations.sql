-- What one measure observed, with what its items are told apart by. `told` holds the rows of its measure.sql. An item
-- counts only where one of its sources can tell.
with hours as (
    select * from dim_calendar where calendar = 'main'
),
-- how long it waits, on both clocks
waits as (
    select w.item_kind, w.item_id, w.id, greatest(0, minutes_between(w.since_at, w.known_until)) as minutes,
        greatest(0, open_minutes_before(w.known_until, u.opens_at, u.closes_at, u.minutes_before)
            - open_minutes_before(w.since_at, f.opens_at, f.closes_at, f.minutes_before)) as business_minutes
    from (
        select t.item_kind, t.item_id, t.id, t.since_at, i.known_until
        from told as t
        join fct_all_items as i on i.item_kind = t.item_kind and i.item_id = t.item_id
        where t.part = 'now' and t.since_at is not null
    ) as w
    asof left join hours as f on w.since_at >= f.opens_at
    asof left join hours as u on w.known_until >= u.opens_at
)
select d.measure, t.part, t.id, t.item_kind, t.item_id, t.day, case when t.due_at <= i.known_until or t.due_at is null then t.hit end as hit, coalesce(t.weight, 1) as weight, d.is_weighted,
    t.due_at, coalesce(w.minutes, t.minutes) as minutes, coalesce(w.business_minutes, t.business_minutes) as business_minutes, t.is_event,
    -- or will never be, where nobody has told of it for so long (tellers.sql)
    coalesce(t.due_at <= i.known_until, true) or i.known_until <= k.known_until - interval 92 days as is_settled,
    t.day > k.known_day - 365 as is_recent,
    k.has_major_children and not i.is_major_child as is_apart,
    i.service, i.priority, i.team, i.category, i.department, i.is_major_child
from told as t
join declared as d on d.measure = $measure and d.part = t.part and d.id = t.id and d.item_kind = t.item_kind
join fct_all_items as i on i.item_kind = t.item_kind and i.item_id = t.item_id
join observation_kinds as k on k.item_kind = t.item_kind
join tellers as s on s.measure = $measure and s.part = t.part and s.id = t.id and s.item_kind = t.item_kind and list_has_any(i.sources, s.sources)
left join waits as w on t.part = 'now' and w.item_kind = t.item_kind and w.item_id = t.item_id and w.id = t.id
