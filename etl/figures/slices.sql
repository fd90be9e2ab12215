-- Everything by what items are told apart by: items and shares of the last 365 days, what waits now, and the median.
with observed as (
    select measure, part, id, item_kind, hit, weight, is_settled, is_recent, is_event, minutes, business_minutes,
        service, priority, team, category, department, is_major_child
    from observations
    union all by name
    select '' as measure, 'item' as part, 'items' as id, i.item_kind, true as is_recent,
        i.service, i.priority, i.team, i.category, i.department, i.is_major_child
    from fct_all_items as i
    join observation_kinds as k on k.item_kind = i.item_kind
    where not i.is_left_out and i.received_day > k.known_day - 365
),
sliced as (
    select o.* exclude (service, priority, team, category, department, is_major_child), unnest([
        {dimension: 'service', key: service}, {dimension: 'priority', key: priority}, {dimension: 'team', key: team},
        {dimension: 'category', key: category}, {dimension: 'department', key: department},
        {dimension: case when k.has_major_children then 'major_incident' end, key: case when is_major_child then 'part of one' else 'apart' end}
    ]) as slice
    from observed as o
    join observation_kinds as k on k.item_kind = o.item_kind
),
placed as (
    select * exclude (slice), slice.dimension as dimension, coalesce(slice.key, '') as key
    from sliced
    where slice.dimension is not null
),
counted as (
    select measure, item_kind, dimension, key, part, id, count(*)::integer as items,
        sum(hit) filter (is_settled and is_recent) as hits,
        sum(weight) filter (is_settled and is_recent and hit is not null) as weight,
        count(*) filter (is_settled and is_recent and hit is null) <= 0.1 * count(*) filter (is_settled and is_recent) as can_be_told
    from placed
    where part <> 'time'
    group by measure, item_kind, dimension, key, part, id
),
timed as (
    select concat_ws('/', measure, id, item_kind, dimension, clock, key) as grp, minutes, is_event
    from (
        select measure, id, item_kind, dimension, key, is_event, unnest(['elapsed', 'business']) as clock, unnest([minutes, business_minutes]) as minutes
        from placed
        where part = 'time' and is_recent
    )
    where minutes is not null
),
medians as (
    select string_split(grp, '/') as whose, minutes, is_at_least, n from kaplan_meier_quantile(timed, 0.5)
),
sizes as (
    select item_kind, dimension, key, items from counted where part = 'item'
),
keys as (
    select distinct item_kind, dimension, key from counted
),
covered as (
    select distinct measure, item_kind from observations
),
cells as (
    select c.measure, s.item_kind, s.dimension, s.key, null as clock, 'items' as unit, 'items' as col, s.items::double as value, 0 as place
    from sizes as s
    join covered as c on c.item_kind = s.item_kind
    union all
    select c.measure, c.item_kind, c.dimension, c.key, null, d.unit, c.id,
        case when c.can_be_told then share(c.hits, c.weight) * case when d.unit = 'per_100' then 100 else 1 end end, 1
    from counted as c
    join declared as d on d.measure = c.measure and d.part = 'share' and d.part = c.part and d.id = c.id and d.item_kind = c.item_kind
    union all
    -- where nothing waits, too
    select t.measure, k.item_kind, k.dimension, k.key, null, 'items', t.id || '_now', coalesce(c.items, 0), 2
    from tellers as t
    join keys as k on k.item_kind = t.item_kind
    left join counted as c on c.measure = t.measure and c.part = 'now' and c.id = t.id and c.item_kind = k.item_kind
        and c.dimension = k.dimension and c.key = k.key
    where t.part = 'now'
    union all
    select whose[1], whose[3], whose[4], array_to_string(whose[6:], '/'), whose[5], 'minutes',
        case when whose[2] = 'done' then '' else whose[2] || '_' end || 'median' || case when whose[5] = 'business' then '_business' else '' end,
        case when n >= 5 and not is_at_least then minutes end, 3
    from medians
)
select c.measure, 'cell' as part, 'by_' || c.dimension as id, c.item_kind, 'all' as scope, c.clock, c.unit,
    c.dimension as of, c.key, null::varchar as label, c.col, null::varchar as period,
    (k.known_day - 364)::varchar as from_day, k.known_day::varchar as to_day, null::double as minutes, c.value, null::varchar as words,
    coalesce(s.items, 0) as n, null::double as low, null::double as high, null::boolean as is_complete, false as is_at_least, c.place
from cells as c
join observation_kinds as k on k.item_kind = c.item_kind
left join sizes as s on s.item_kind = c.item_kind and s.dimension = c.dimension and s.key = c.key
order by c.measure, id, c.item_kind, coalesce(s.items, 0) desc, c.key, c.place, c.col
