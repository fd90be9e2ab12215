-- Shares as tidy rows: of every period; of the last complete week (tickets) or month (escalations), which is the
-- headline for the share that the measure names; and of the last 365 days.
with charted as (
    select *
    from points
    where is_complete and n + unknown > 0 and period = case when item_kind = 'ticket' then 'week' else 'month' end
    qualify row_number() over (partition by measure, id, item_kind, scope order by from_day desc) = 1
),
headlines as (
    select *
    from charted
    where is_headline and scope = 'all'
    qualify row_number() over (partition by measure order by item_kind = 'escalation' desc) = 1
),
-- the days of one item are one weight
recently as (
    select o.figure, o.is_apart, case when d.is_weighted then o.item end as item,
        sum(o.hit) filter (o.is_settled) as hits,
        sum(o.weight) filter (o.is_settled and o.hit is not null) as weight,
        count(*) filter (o.is_settled and o.hit is null) as unknown,
        count(*) filter (o.is_settled and o.hit is not null) as n
    from observed as o
    join declared as d on d.figure = o.figure and d.part = 'share'
    where o.is_recent
    group by o.figure, o.is_apart, case when d.is_weighted then o.item end
),
counted as (
    select figure, scope, sum(hits) as hits, sum(weight) as weight, sum(unknown)::integer as unknown,
        sum(case when item is null then n else least(n, 1) end)::integer as n,
        sum(case when item is null then weight else weight ** 2 end) as squared_weight
    from (select *, unnest(case when is_apart then ['all', 'without_major_children'] else ['all'] end) as scope from recently)
    group by figure, scope
),
recent as (
    select d.measure, d.id, d.item_kind, d.unit, c.* exclude (figure), k.known_day - 364 as from_day, k.known_day as to_day
    from counted as c
    join declared as d on d.figure = c.figure
    join observation_kinds as k on k.item_kind = d.item_kind
),
all_shares as (
    select measure, 'figure' as part, id, unit, item_kind, scope, null::varchar as period, null::varchar as label, from_day, to_day, value, n, unknown, effective_n, null::boolean as is_complete
    from charted
    union all
    select measure, 'headline', id, unit, item_kind, scope, null, null, from_day, to_day, value, n, unknown, effective_n, null
    from headlines
    union all
    select measure, 'figure', id || '_365_days', unit, item_kind, scope, null, null, from_day, to_day, share(hits, weight), n, unknown,
        effective_number(n, weight, squared_weight), null
    from recent
    union all
    select measure, 'point', id, unit, item_kind, scope, period, label, from_day, to_day, value, n, unknown, effective_n, is_complete
    from points
),
estimated as (
    select *, case when unit = 'per_100' then 100 else 1 end as scale, coalesce(effective_n, 0) + unknown as n_at_most
    from all_shares
)
-- Where it cannot be told of some, the interval allows for either; where they are more than a tenth, there is no value.
select measure, part, id, item_kind, scope, null::varchar as clock, unit, null::varchar as of, null::varchar as key, label, null::varchar as col,
    period, from_day::varchar as from_day, to_day::varchar as to_day, null::double as minutes,
    case when unknown <= 0.1 * (n + unknown) then value * scale end as value, null::varchar as words, n,
    wilson_low(coalesce(value * effective_n, 0), n_at_most) * scale as low,
    wilson_high(coalesce(value * effective_n, 0) + unknown, n_at_most) * scale as high,
    is_complete, false as is_at_least, epoch(from_day)::bigint as place
from estimated
union all by name
-- settled, and yet it cannot be told whether it was so
select measure, 'figure' as part, id || '_unknown' as id, item_kind, scope, 'items' as unit, from_day::varchar as from_day, to_day::varchar as to_day,
    unknown::double as value, n + unknown as n, false as is_at_least, 0 as place
from recent
where unknown > 0
order by measure, part, id, item_kind, scope, period, place
