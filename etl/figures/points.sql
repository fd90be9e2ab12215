-- Every share in every period from its first item's to the one that runs, also in those without an item.
with scoped as (
    select *, unnest(case when is_apart then ['all', 'without_major_children'] else ['all'] end) as scope
    from observations
    where part = 'share'
),
daily as (
    select measure, id, item_kind, scope, day, is_weighted, bool_and(is_settled) as is_settled,
        sum(hit) filter (is_settled) as hits,
        sum(weight) filter (is_settled and hit is not null) as weight,
        count(*) filter (is_settled and hit is null)::integer as unknown,
        count(*) filter (is_settled and hit is not null)::integer as n
    from scoped
    group by measure, id, item_kind, scope, day, is_weighted
),
counted as (
    select o.measure, o.id, o.item_kind, o.scope, d.period, d.from_day, bool_and(o.is_settled) as is_settled,
        sum(o.hits) as hits, sum(o.weight) as weight, sum(o.unknown)::integer as unknown,
        coalesce(sum(o.n) filter (not o.is_weighted), 0)::integer as n
    from daily as o
    join dim_days as d on d.day = o.day
    group by o.measure, o.id, o.item_kind, o.scope, d.period, d.from_day
),
-- the days of one item in a period are one weight
weighed as (
    select measure, id, item_kind, scope, period, from_day, sum(weight ** 2) as squared_weight, count(*)::integer as n
    from (
        select s.measure, s.id, s.item_kind, s.scope, d.period, d.from_day, s.item_id, sum(s.weight) as weight
        from scoped as s
        join dim_days as d on d.day = s.day
        where s.is_weighted and s.is_settled and s.hit is not null
        group by s.measure, s.id, s.item_kind, s.scope, d.period, d.from_day, s.item_id
    )
    group by measure, id, item_kind, scope, period, from_day
),
firsts as (
    select measure, id, item_kind, scope, min(day) as first_day
    from daily
    group by measure, id, item_kind, scope
),
every_period as (
    select f.*, d.unit, d.is_headline, p.period, p.label, p.from_day, p.to_day,
        timezone($timezone, (p.to_day + 1 + d.settles_days)::timestamp) <= t.known_until as is_over
    from firsts as f
    join declared as d on d.part = 'share' and d.measure = f.measure and d.id = f.id and d.item_kind = f.item_kind
    join tellers as t on t.part = 'share' and t.measure = f.measure and t.id = f.id and t.item_kind = f.item_kind
    join observation_kinds as k on k.item_kind = f.item_kind
    join dim_periods as p on p.to_day >= f.first_day and p.from_day <= k.known_day
)
select e.measure, e.id, e.unit, e.is_headline, e.item_kind, e.scope, e.period, e.label, e.from_day, e.to_day,
    coalesce(w.n, c.n, 0) as n, coalesce(c.unknown, 0) as unknown, share(c.hits, c.weight) as value,
    effective_number(coalesce(w.n, c.n), c.weight, coalesce(w.squared_weight, c.weight)) as effective_n,
    e.is_over and coalesce(c.is_settled, true) as is_complete
from every_period as e
left join counted as c on c.measure = e.measure and c.id = e.id and c.item_kind = e.item_kind and c.scope = e.scope
    and c.period = e.period and c.from_day = e.from_day
left join weighed as w on w.measure = e.measure and w.id = e.id and w.item_kind = e.item_kind and w.scope = e.scope
    and w.period = e.period and w.from_day = e.from_day
