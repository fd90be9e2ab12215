-- What one measure observed: which of the declared figures, of which row of fct_all_items. `told` holds the rows of its
-- measure.sql. An item counts only where one of its sources can tell.
with hours as (
    select * from dim_calendar where calendar = 'main'
),
numbered as (
    select t.*, coalesce(d.figure, error('measures/' || $measure || ' does not declare what it observes: '
        || concat_ws(' ', t.part, t.id, t.item_kind))) as figure
    from told as t
    left join declared as d on d.measure = $measure and d.part = t.part and d.id = t.id and d.item_kind = t.item_kind
    where not $writes_figures or t.part in ('share', 'time', 'now')
),
counted as not materialized (
    select n.figure, i.rowid::integer as item, n."day", n.since_at, i.known_until,
        case when n.due_at <= i.known_until or n.due_at is null then n.hit end as hit, coalesce(n.weight, 1) as weight,
        n.minutes, n.business_minutes, n.is_event,
        -- or will never be, where nobody has told of it for so long (tellers.sql)
        coalesce(n.due_at <= i.known_until, true) or i.known_until <= k.silent_until as is_settled,
        n."day" > k.known_day - 365 as is_recent,
        k.has_major_children and not i.is_major_child as is_apart
    from numbered as n
    join fct_all_items as i on i.item_kind = n.item_kind and i.item_id = n.item_id
    join observation_kinds as k on k.item_kind = n.item_kind
    join tellers as s on s.figure = n.figure and list_has_any(i.sources, s.sources)
)
select * exclude (since_at, known_until) from counted where since_at is null
union all by name
-- how long it waits, on both clocks
select w.* exclude (since_at, known_until) replace (
        greatest(0, minutes_between(w.since_at, w.known_until)) as minutes,
        greatest(0, open_minutes_before(w.known_until, u.opens_at, u.closes_at, u.minutes_before)
            - open_minutes_before(w.since_at, f.opens_at, f.closes_at, f.minutes_before)) as business_minutes
    )
from (select * from counted where since_at is not null) as w
asof left join hours as f on w.since_at >= f.opens_at
asof left join hours as u on w.known_until >= u.opens_at
