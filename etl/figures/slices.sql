-- Everything by what items are told apart by: items and shares of the last 365 days, what waits now, and the median. Of
-- fewer than five there is no share and no median.
with dimensions as (
    select item_kind, unnest(['service', 'priority', 'team', 'category', 'department', case when has_major_children then 'major_incident' end]) as dimension
    from observation_kinds
),
-- the items of which something is counted
wanted as (
    select distinct item from observed where is_recent or figure in (select figure from declared where part = 'now')
),
valued as (
    select i.rowid::integer as item, i.item_kind, d.dimension, not i.is_left_out and i.received_day > k.known_day - 365 as is_counted,
        coalesce(case d.dimension when 'service' then i.service when 'priority' then i.priority when 'team' then i.team
            when 'category' then i.category when 'department' then i.department
            else case when i.is_major_child then 'part of one' else 'apart' end end, '') as key
    from fct_all_items as i
    join observation_kinds as k on k.item_kind = i.item_kind
    join dimensions as d on d.item_kind = i.item_kind and d.dimension is not null
    where (not i.is_left_out and i.received_day > k.known_day - 365) or i.rowid in (from wanted)
),
-- each value of each dimension by a number, as to group by words is slow
keys as (
    select row_number() over ()::integer as slice, item_kind, dimension, key, count(*) filter (is_counted)::integer as items
    from valued
    group by item_kind, dimension, key
),
members as (
    select v.item, k.slice
    from valued as v
    join keys as k on k.item_kind = v.item_kind and k.dimension = v.dimension and k.key = v.key
),
placed as not materialized (
    select o.*, m.slice
    from observed as o
    join members as m on m.item = o.item
    where o.is_recent or o.figure in (select figure from declared where part = 'now')
),
summed as (
    select p.figure, p.slice, count(*) as items, sum(p.hit) filter (p.is_settled) as hits,
        sum(p.weight) filter (p.is_settled and p.hit is not null) as weight,
        count(*) filter (p.is_settled and p.hit is not null) as n,
        count(*) filter (p.is_settled and p.hit is null) <= 0.1 * count(*) filter (p.is_settled) as can_be_told
    from placed as p
    where p.figure in (select figure from declared where part <> 'time')
    group by p.figure, p.slice
),
-- the time of one item is one weight
weighed as (
    select figure, slice, count(*) as n, sum(weight ** 2) as squared_weight
    from (
        select figure, slice, item, sum(weight) as weight
        from placed
        where is_settled and hit is not null and figure in (select figure from declared where is_weighted)
        group by figure, slice, item
    )
    group by figure, slice
),
counted as (
    select d.measure, d.part, d.id, d.unit, d.is_answer, k.item_kind, k.dimension, k.key, s.items::integer as items, s.hits, s.weight,
        s.can_be_told, case when d.is_weighted then coalesce(w.n, 0) else s.n end::integer as n, w.squared_weight
    from summed as s
    join declared as d on d.figure = s.figure
    join keys as k on k.slice = s.slice
    left join weighed as w on w.figure = s.figure and w.slice = s.slice
),
-- how many there are of all values that have fewer
ranked as (
    select *, coalesce(sum(n) over (partition by measure, item_kind, dimension, part, id order by n, key rows between unbounded preceding and 1 preceding), 0) as n_of_smaller
    from counted
),
timed as (
    select figure * 1000000000::bigint + slice * 2 + unnest([0, 1]) as grp, unnest([minutes, business_minutes]) as minutes, is_event
    from placed
    where figure in (select figure from declared where part = 'time')
),
mostly_known as (
    select grp from timed group by grp having count(*) filter (minutes is null) <= 0.1 * count(*)
),
known as (
    select * from timed where minutes is not null and grp in (from mostly_known)
),
medians as (
    select d.measure, d.id, k.item_kind, k.dimension, k.key, case when q.grp % 2 = 0 then 'elapsed' else 'business' end as clock,
        q.minutes, q.is_at_least, q.n
    from kaplan_meier_quantile(known, 0.5) as q
    join declared as d on d.figure = q.grp // 1000000000
    join keys as k on k.slice = q.grp % 1000000000 // 2
),
covered as (
    select distinct d.measure, d.item_kind from declared as d semi join observed as o on o.figure = d.figure
),
cells as (
    select c.measure, s.item_kind, s.dimension, s.key, null as clock, 'items' as unit, 'items' as col, s.items::double as value, s.items as n, null::double as effective_n, 0 as place
    from keys as s
    join covered as c on c.item_kind = s.item_kind
    where s.items > 0
    union all
    -- where answers of fewer than five would follow from those of all, the next more are withheld, too
    select measure, item_kind, dimension, key, null, unit, id,
        case when can_be_told and n >= 5 and not (is_answer and n_of_smaller between 1 and 4) then share(hits, weight) * case when unit = 'per_100' then 100 else 1 end end, n,
        -- only teams are held against each other
        case when dimension = 'team' then effective_number(n, weight, coalesce(squared_weight, weight)) end, 1
    from ranked
    where part = 'share'
    union all
    -- where nothing waits, too
    select t.measure, k.item_kind, k.dimension, k.key, null, 'items', t.id || '_now', coalesce(c.items, 0), coalesce(c.items, 0), null, 2
    from tellers as t
    join keys as k on k.item_kind = t.item_kind
    left join counted as c on c.measure = t.measure and c.part = 'now' and c.id = t.id and c.item_kind = k.item_kind
        and c.dimension = k.dimension and c.key = k.key
    where t.part = 'now'
    union all
    select measure, item_kind, dimension, key, clock, 'minutes',
        case when id = 'done' then '' else id || '_' end || 'median' || case when clock = 'business' then '_business' else '' end,
        case when n >= 5 and not is_at_least then minutes end, n, null, 3
    from medians
)
select c.measure, 'cell' as part, 'by_' || c.dimension as id, c.item_kind, 'all' as scope, c.clock, c.unit,
    c.dimension as of, c.key, null::varchar as label, c.col, null::varchar as period,
    (k.known_day - 364)::varchar as from_day, k.known_day::varchar as to_day, null::double as minutes, c.value, null::varchar as words,
    c.n, c.effective_n, null::double as low, null::double as high, null::boolean as is_complete, false as is_at_least, c.place
from cells as c
join observation_kinds as k on k.item_kind = c.item_kind
left join keys as s on s.item_kind = c.item_kind and s.dimension = c.dimension and s.key = c.key
order by c.measure, id, c.item_kind, coalesce(s.items, 0) desc, c.key, c.place, c.col
