-- The cells of everything, and those of all values of each dimension together, period by period. Both must be what
-- `cells_totals` says.
with whose as (
    select f.filter, coalesce(v.dimension, 'all') as dimension
    from cells_filters as f
    left join cells_values as v on v.number = f.one
    where not f.is_pair
),
periods as (
    select distinct 'week' as period, week as place, week_from_day as from_day from cells_days
    union all
    select distinct 'month', "month", month_from_day from cells_days
),
counted as (
    select w.dimension, c.series, c.place, sum(c.n) as n, sum(c.unknown) as unknown, sum(c.unsettled) as unsettled,
        sum(c.hits) as hits, sum(c.weight) as weight, sum(c.squared_weight) as squared_weight,
        0 as elapsed_events, 0 as elapsed_waiting, 0 as business_events, 0 as business_waiting
    from cells_shares as c
    join whose as w on w.filter = c.filter
    group by w.dimension, c.series, c.place
    union all
    select w.dimension, c.series, c.place, 0, 0, 0, 0, 0, 0, coalesce(sum(c.n) filter (c.clock = 'elapsed' and c.is_event), 0),
        coalesce(sum(c.n) filter (c.clock = 'elapsed' and not c.is_event), 0), coalesce(sum(c.n) filter (c.clock = 'business' and c.is_event), 0),
        coalesce(sum(c.n) filter (c.clock = 'business' and not c.is_event), 0)
    from cells_times as c
    join whose as w on w.filter = c.filter
    group by w.dimension, c.series, c.place
)
select s.measure, s.part, s.id, s.item_kind, s.period, p.from_day, c.dimension, c.n::integer as n, c.unknown::integer as unknown,
    c.unsettled::integer as unsettled, c.hits, c.weight, c.squared_weight,
    c.elapsed_events::integer as elapsed_events, c.elapsed_waiting::integer as elapsed_waiting,
    c.business_events::integer as business_events, c.business_waiting::integer as business_waiting
from counted as c
join cells_series as s on s.series = c.series
join periods as p on p.period = s.period and p.place = c.place
