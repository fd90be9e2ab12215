-- Every share in every period from its first item's to the one that runs, also in those without an item.
with scoped as (
    select *, unnest(case when is_apart then ['all', 'without_major_children'] else ['all'] end) as scope
    from observations
    where part = 'share'
),
placed as (
    select s.*, d.period, d.from_day
    from scoped as s
    join dim_days as d on d.day = s.day
),
counted as (
    select s.measure, s.id, s.item_kind, s.scope, s.period, s.from_day, bool_and(s.is_settled) as is_settled,
        sum(s.hit) filter (s.is_settled) as hits,
        sum(s.weight) filter (s.is_settled and s.hit is not null) as weight,
        count(*) filter (s.is_settled and s.hit is null)::integer as unknown,
        count(*) filter (s.is_settled and s.hit is not null and not s.is_weighted)
            + count(distinct s.item_id) filter (s.is_settled and s.hit is not null and s.is_weighted) as n
    from placed as s
    group by s.measure, s.id, s.item_kind, s.scope, s.period, s.from_day
),
-- the days of one item in a period are one weight
weighed as (
    select measure, id, item_kind, scope, period, from_day, sum(weight ** 2) as squared_weight
    from (
        select measure, id, item_kind, scope, period, from_day, item_id, sum(weight) as weight
        from placed
        where is_weighted and is_settled and hit is not null
        group by measure, id, item_kind, scope, period, from_day, item_id
    )
    group by measure, id, item_kind, scope, period, from_day
),
firsts as (
    select measure, id, item_kind, scope, min(day) as first_day
    from scoped
    group by measure, id, item_kind, scope
),
every_period as (
    select f.*, d.unit, d.is_headline, p.period, p.label, p.from_day, p.to_day,
        timezone($timezone, (p.to_day + 1 + d.settles_days)::timestamp) <= k.known_until as is_over
    from firsts as f
    join declared as d on d.part = 'share' and d.measure = f.measure and d.id = f.id and d.item_kind = f.item_kind
    join observation_kinds as k on k.item_kind = f.item_kind
    join dim_periods as p on p.to_day >= f.first_day and p.from_day <= k.known_day
)
select e.measure, e.id, e.unit, e.is_headline, e.item_kind, e.scope, e.period, e.label, e.from_day, e.to_day,
    coalesce(c.n, 0)::integer as n, coalesce(c.unknown, 0) as unknown, share(c.hits, c.weight) as value,
    effective_number(c.n, c.weight, coalesce(w.squared_weight, c.weight)) as effective_n,
    e.is_over and coalesce(c.is_settled, true) as is_complete
from every_period as e
left join counted as c on c.measure = e.measure and c.id = e.id and c.item_kind = e.item_kind and c.scope = e.scope
    and c.period = e.period and c.from_day = e.from_day
left join weighed as w on w.measure = e.measure and w.id = e.id and w.item_kind = e.item_kind and w.scope = e.scope
    and w.period = e.period and w.from_day = e.from_day
