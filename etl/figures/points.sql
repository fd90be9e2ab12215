-- Every share in every period from its first item's to the one that runs, also in those without an item.
with daily as (
    select o.figure, d.is_weighted, o.is_apart, o."day", bool_and(o.is_settled) as is_settled,
        sum(o.hit) filter (o.is_settled) as hits,
        sum(o.weight) filter (o.is_settled and o.hit is not null) as weight,
        count(*) filter (o.is_settled and o.hit is null)::integer as unknown,
        count(*) filter (o.is_settled and o.hit is not null)::integer as n
    from observed as o
    join declared as d on d.figure = o.figure and d.part = 'share'
    group by o.figure, d.is_weighted, o.is_apart, o."day"
),
scoped as (
    select *, unnest(case when is_apart then ['all', 'without_major_children'] else ['all'] end) as scope from daily
),
counted as (
    select o.figure, o.scope, d.period, d.from_day, bool_and(o.is_settled) as is_settled,
        sum(o.hits) as hits, sum(o.weight) as weight, sum(o.unknown)::integer as unknown,
        coalesce(sum(o.n) filter (not o.is_weighted), 0)::integer as n
    from scoped as o
    join dim_days as d on d.day = o.day
    group by o.figure, o.scope, d.period, d.from_day
),
-- the days of one item in a period are one weight
weighed as (
    select figure, scope, period, from_day, sum(weight ** 2) as squared_weight, count(*)::integer as n
    from (
        select figure, is_apart, period, from_day, weight,
            unnest(case when is_apart then ['all', 'without_major_children'] else ['all'] end) as scope
        from (
            select o.figure, o.is_apart, o.item, d.period, d.from_day, sum(o.weight) as weight
            from observed as o
            join dim_days as d on d.day = o.day
            where o.is_settled and o.hit is not null and o.figure in (select figure from declared where is_weighted)
            group by o.figure, o.is_apart, o.item, d.period, d.from_day
        )
    )
    group by figure, scope, period, from_day
),
firsts as (
    select figure, scope, min("day") as first_day from scoped group by figure, scope
),
every_period as (
    select f.*, d.measure, d.id, d.item_kind, d.unit, d.is_headline, p.period, p.label, p.from_day, p.to_day,
        timezone($timezone, (p.to_day + 1 + d.settles_days)::timestamp) <= t.known_until as is_over
    from firsts as f
    join declared as d on d.figure = f.figure
    join tellers as t on t.figure = f.figure
    join observation_kinds as k on k.item_kind = d.item_kind
    join dim_periods as p on p.to_day >= f.first_day and p.from_day <= k.known_day
)
select e.measure, e.id, e.unit, e.is_headline, e.item_kind, e.scope, e.period, e.label, e.from_day, e.to_day,
    coalesce(w.n, c.n, 0) as n, coalesce(c.unknown, 0) as unknown, share(c.hits, c.weight) as value,
    effective_number(coalesce(w.n, c.n), c.weight, coalesce(w.squared_weight, c.weight)) as effective_n,
    e.is_over and coalesce(c.is_settled, true) as is_complete
from every_period as e
left join counted as c on c.figure = e.figure and c.scope = e.scope and c.period = e.period and c.from_day = e.from_day
left join weighed as w on w.figure = e.figure and w.scope = e.scope and w.period = e.period and w.from_day = e.from_day
