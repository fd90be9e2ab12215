-- Everything by what items are told apart by: items and shares of the last 365 days, what waits now, and the median. Of
-- fewer than five there is no share and no median.
with observed as (
    select measure, part, id, item_kind, item_id, hit, weight, is_weighted, is_settled, is_event, minutes, business_minutes,
        service, priority, team, category, department, is_major_child
    from observations
    where is_recent or part = 'now'
    union all by name
    select '' as measure, 'item' as part, 'items' as id, i.item_kind, false as is_weighted,
        i.service, i.priority, i.team, i.category, i.department, i.is_major_child
    from fct_all_items as i
    join observation_kinds as k on k.item_kind = i.item_kind
    where not i.is_left_out and i.received_day > k.known_day - 365
),
dimensions as (
    select item_kind, unnest(['service', 'priority', 'team', 'category', 'department', case when has_major_children then 'major_incident' end]) as dimension
    from observation_kinds
),
placed as (
    select o.* exclude (service, priority, team, category, department, is_major_child), d.dimension,
        coalesce(case d.dimension when 'service' then o.service when 'priority' then o.priority when 'team' then o.team
            when 'category' then o.category when 'department' then o.department
            else case when o.is_major_child then 'part of one' else 'apart' end end, '') as key
    from observed as o
    join dimensions as d on d.item_kind = o.item_kind and d.dimension is not null
),
counted as (
    select measure, item_kind, dimension, key, part, id, count(*)::integer as items,
        sum(hit) filter (is_settled) as hits,
        sum(weight) filter (is_settled and hit is not null) as weight,
        (count(*) filter (is_settled and hit is not null and not is_weighted)
            + count(distinct case when is_weighted and is_settled and hit is not null then item_id end))::integer as n,
        count(*) filter (is_settled and hit is null) <= 0.1 * count(*) filter (is_settled) as can_be_told
    from placed
    where part <> 'time'
    group by measure, item_kind, dimension, key, part, id
),
-- how many there are of all values that have fewer
ranked as (
    select *, coalesce(sum(n) over (partition by measure, item_kind, dimension, part, id order by n, key rows between unbounded preceding and 1 preceding), 0) as n_of_smaller
    from counted
),
-- only teams are held against each other; the time of one item is one weight
weighed as (
    select measure, item_kind, key, id, sum(weight ** 2) as squared_weight
    from (
        select measure, item_kind, key, id, item_id, sum(weight) as weight
        from placed
        where dimension = 'team' and is_weighted and is_settled and hit is not null
        group by measure, item_kind, key, id, item_id
    )
    group by measure, item_kind, key, id
),
timed as (
    select concat_ws('/', measure, id, item_kind, dimension, clock, key) as grp, minutes, is_event
    from (
        select measure, id, item_kind, dimension, key, is_event, unnest(['elapsed', 'business']) as clock, unnest([minutes, business_minutes]) as minutes
        from placed
        where part = 'time'
    )
    window same as (partition by measure, id, item_kind, dimension, clock, key)
    qualify count(*) filter (minutes is null) over same <= 0.1 * count(*) over same and minutes is not null
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
    select c.measure, s.item_kind, s.dimension, s.key, null as clock, 'items' as unit, 'items' as col, s.items::double as value, s.items as n, null::double as effective_n, 0 as place
    from sizes as s
    join covered as c on c.item_kind = s.item_kind
    union all
    -- where answers of fewer than five would follow from those of all, the next more are withheld, too
    select c.measure, c.item_kind, c.dimension, c.key, null, d.unit, c.id,
        case when c.can_be_told and c.n >= 5 and not (d.is_answer and c.n_of_smaller between 1 and 4) then share(c.hits, c.weight) * case when d.unit = 'per_100' then 100 else 1 end end, c.n,
        case when c.dimension = 'team' then effective_number(c.n, c.weight, coalesce(w.squared_weight, c.weight)) end, 1
    from ranked as c
    join declared as d on d.measure = c.measure and d.part = 'share' and d.part = c.part and d.id = c.id and d.item_kind = c.item_kind
    left join weighed as w on c.dimension = 'team' and c.part = 'share' and w.measure = c.measure and w.item_kind = c.item_kind and w.key = c.key and w.id = c.id
    union all
    -- where nothing waits, too
    select t.measure, k.item_kind, k.dimension, k.key, null, 'items', t.id || '_now', coalesce(c.items, 0), coalesce(c.items, 0), null, 2
    from tellers as t
    join keys as k on k.item_kind = t.item_kind
    left join counted as c on c.measure = t.measure and c.part = 'now' and c.id = t.id and c.item_kind = k.item_kind
        and c.dimension = k.dimension and c.key = k.key
    where t.part = 'now'
    union all
    select whose[1], whose[3], whose[4], array_to_string(whose[6:], '/'), whose[5], 'minutes',
        case when whose[2] = 'done' then '' else whose[2] || '_' end || 'median' || case when whose[5] = 'business' then '_business' else '' end,
        case when n >= 5 and not is_at_least then minutes end, n, null, 3
    from medians
)
select c.measure, 'cell' as part, 'by_' || c.dimension as id, c.item_kind, 'all' as scope, c.clock, c.unit,
    c.dimension as of, c.key, null::varchar as label, c.col, null::varchar as period,
    (k.known_day - 364)::varchar as from_day, k.known_day::varchar as to_day, null::double as minutes, c.value, null::varchar as words,
    c.n, c.effective_n, null::double as low, null::double as high, null::boolean as is_complete, false as is_at_least, c.place
from cells as c
join observation_kinds as k on k.item_kind = c.item_kind
left join sizes as s on s.item_kind = c.item_kind and s.dimension = c.dimension and s.key = c.key
order by c.measure, id, c.item_kind, coalesce(s.items, 0) desc, c.key, c.place, c.col
