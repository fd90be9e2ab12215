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
scoped as (
    select *, unnest(case when is_apart then ['all', 'without_major_children'] else ['all'] end) as scope
    from observations
    where part = 'share' and is_recent
),
counted as (
    select measure, id, item_kind, scope,
        sum(hit) filter (is_settled) as hits,
        sum(weight) filter (is_settled and hit is not null) as weight,
        (count(*) filter (is_settled and hit is not null and not is_weighted)
            + count(distinct item_id) filter (is_settled and hit is not null and is_weighted))::integer as n,
        count(*) filter (is_settled and hit is null)::integer as unknown
    from scoped
    group by measure, id, item_kind, scope
),
-- the days of one item are one weight
weighed as (
    select measure, id, item_kind, scope, sum(weight ** 2) as squared_weight
    from (
        select measure, id, item_kind, scope, item_id, sum(weight) as weight
        from scoped
        where is_weighted and is_settled and hit is not null
        group by measure, id, item_kind, scope, item_id
    )
    group by measure, id, item_kind, scope
),
recent as (
    select c.*, coalesce(w.squared_weight, c.weight) as squared_weight, d.unit, k.known_day - 364 as from_day, k.known_day as to_day
    from counted as c
    left join weighed as w on w.measure = c.measure and w.id = c.id and w.item_kind = c.item_kind and w.scope = c.scope
    join declared as d on d.part = 'share' and d.measure = c.measure and d.id = c.id and d.item_kind = c.item_kind
    join observation_kinds as k on k.item_kind = c.item_kind
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
