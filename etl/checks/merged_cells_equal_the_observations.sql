-- severity: error
-- The cells of everything, and those of all values of a dimension together, are what was observed, period by period: none
-- lost, none twice, none in another period.
with dimensions as (
    select unnest(['all', 'service', 'priority', 'team', 'department', 'category', 'is_major_child']) as dimension
),
observed as (
    select t.*, d.dimension
    from cells_totals as t
    cross join dimensions as d
)
select measure, part, id, item_kind, from_day, dimension, o.n as observed, s.n as in_cells
from observed as o
full join cells_sums as s using (measure, part, id, item_kind, period, from_day, dimension)
where coalesce(s.n, 0) <> coalesce(o.n, 0) or coalesce(s.unknown, 0) <> coalesce(o.unknown, 0) or coalesce(s.unsettled, 0) <> coalesce(o.unsettled, 0)
    or abs(coalesce(s.hits, 0) - coalesce(o.hits, 0)) > 1e-9 * greatest(1, o.weight)
    or abs(coalesce(s.weight, 0) - coalesce(o.weight, 0)) > 1e-9 * greatest(1, o.weight)
    or abs(coalesce(s.squared_weight, 0) - coalesce(o.squared_weight, 0)) > 1e-9 * greatest(1, o.squared_weight)
    or coalesce(s.elapsed_events, 0) <> coalesce(o.elapsed_events, 0) or coalesce(s.elapsed_waiting, 0) <> coalesce(o.elapsed_waiting, 0)
    or coalesce(s.business_events, 0) <> coalesce(o.business_events, 0) or coalesce(s.business_waiting, 0) <> coalesce(o.business_waiting, 0)
