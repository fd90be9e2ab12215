-- What is observed and may be filtered, numbered. Where every weight is 1 and every hit 0 or 1, hits are counts; else they
-- are sums; of a weighted share, always. Shares of tickets are counted by week, those of escalations by month, as they are
-- charted; times by month, as no chart of them has periods.
with seen as (
    select figure, coalesce(bool_and(weight = 1 and hit in (0, 1)), true) as is_counted from observed group by figure
)
select (row_number() over (order by d.part, d.item_kind, d.measure, d.id) - 1)::integer as series, d.figure, d.part, d.measure, d.id, d.item_kind,
    s.is_counted and not d.is_weighted as is_counted, d.is_weighted,
    case when d.part = 'share' and d.item_kind = 'ticket' then 'week' else 'month' end as period
from seen as s
join declared as d on d.figure = s.figure and d.is_in_cells
