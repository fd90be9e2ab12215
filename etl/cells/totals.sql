-- What was observed in each period, counted without any cell: cells must add up to it. (What is read twice is not kept:
-- see shares.sql.)
with placed as not materialized (
    select s.series, s.part, s.is_weighted, d.from_day, o.item, o.hit, o.weight, o.is_settled, o.minutes, o.business_minutes,
        coalesce(o.is_event, false) as is_event
    from observed as o
    join cells_series as s on s.figure = o.figure
    left join dim_days as d on d.day = o.day and d.period = s.period
),
counted as (
    select series, from_day, count(hit) filter (is_settled and not is_weighted) as n,
        count(*) filter (part = 'share' and is_settled and hit is null) as unknown,
        count(*) filter (part = 'share' and not is_settled) as unsettled,
        sum(hit) filter (is_settled) as hits, sum(weight) filter (is_settled and hit is not null) as weight,
        sum(weight ** 2) filter (is_settled and hit is not null and not is_weighted) as squared_weight,
        count(minutes) filter (part = 'time' and is_event) as elapsed_events,
        count(minutes) filter (part = 'time' and not is_event) as elapsed_waiting,
        count(business_minutes) filter (part = 'time' and is_event) as business_events,
        count(business_minutes) filter (part = 'time' and not is_event) as business_waiting
    from placed
    group by series, from_day
),
-- the observations of one item in a period are one weight
weighed as (
    select series, from_day, count(*) as n, sum(weight ** 2) as squared_weight
    from (
        select series, from_day, sum(weight) as weight
        from placed
        where is_weighted and is_settled and hit is not null
        group by series, from_day, item
    )
    group by series, from_day
)
select s.measure, s.part, s.id, s.item_kind, s.period, c.from_day, coalesce(w.n, c.n)::integer as n, c.unknown::integer as unknown,
    c.unsettled::integer as unsettled, coalesce(c.hits, 0) as hits, coalesce(c.weight, 0) as weight,
    coalesce(w.squared_weight, c.squared_weight, 0) as squared_weight,
    c.elapsed_events::integer as elapsed_events, c.elapsed_waiting::integer as elapsed_waiting,
    c.business_events::integer as business_events, c.business_waiting::integer as business_waiting
from counted as c
join cells_series as s on s.series = c.series
left join weighed as w on w.series = c.series and w.from_day is not distinct from c.from_day
