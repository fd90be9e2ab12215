-- What is observed and may be filtered, numbered. Where every weight is 1 and every hit 0 or 1, hits are counts; else they
-- are sums; of a weighted share, always. Shares of tickets are counted by week, those of escalations by month, as they are
-- charted; times by month, as no chart of them has periods.
with observed as (
    select part, measure, id, item_kind, coalesce(bool_and(coalesce(weight, 1) = 1 and hit in (0, 1)), true) as is_counted
    from observations
    where part in ('share', 'time')
    group by part, measure, id, item_kind
)
select (row_number() over (order by o.part, o.item_kind, o.measure, o.id) - 1)::integer as series, o.* exclude (is_counted),
    o.is_counted and not d.is_weighted as is_counted, d.is_weighted,
    case when o.part = 'share' and o.item_kind = 'ticket' then 'week' else 'month' end as period
from observed as o
join declared as d on d.part = o.part and d.measure = o.measure and d.id = o.id and d.item_kind = o.item_kind and d.is_in_cells
