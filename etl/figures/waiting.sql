-- What waits now, none included where nothing does, and how long the oldest has.
with scoped as (
    select d.figure, d.measure, d.id, d.item_kind,
        unnest(case when k.has_major_children then ['all', 'without_major_children'] else ['all'] end) as scope
    from declared as d
    join tellers as t on t.figure = d.figure
    join observation_kinds as k on k.item_kind = d.item_kind
    where d.part = 'now'
),
waiting as (
    select s.measure, s.id, s.item_kind, s.scope, count(o.item)::integer as items,
        max(o.minutes) as oldest, max(o.business_minutes) as oldest_business
    from scoped as s
    left join observed as o on o.figure = s.figure and (s.scope = 'all' or o.is_apart)
    group by s.measure, s.id, s.item_kind, s.scope
)
select measure, 'figure' as part, id || '_now' as id, item_kind, scope, null::varchar as clock, 'items' as unit, null::varchar as of, null::varchar as key,
    null::varchar as label, null::varchar as col, null::varchar as period, null::varchar as from_day, null::varchar as to_day,
    null::double as minutes, items::double as value, null::varchar as words, items as n, null::double as low, null::double as high,
    null::boolean as is_complete, false as is_at_least, 0 as place
from waiting
union all by name
select measure, 'figure' as part, id || '_oldest' as id, item_kind, scope, unnest(['elapsed', 'business']) as clock, 'minutes' as unit,
    unnest([oldest, oldest_business]) as value, items as n, false as is_at_least, 1 as place
from waiting
where items > 0
order by measure, part, item_kind, scope, id, place, clock
