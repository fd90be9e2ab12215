-- severity: error
-- What is published of a share's last complete period, headlines among it, is what the cells of that period say.
select f.measure, f.id, f.item_kind, f.from_day, f.value, f.n, s.hits, s.weight, s.n as n_in_cells
from published as f
join declared as d on d.part = 'share' and d.measure = f.measure and d.id = f.id and d.item_kind = f.item_kind and d.is_in_cells
left join cells_sums as s on s.dimension = 'all' and s.part = 'share' and s.measure = f.measure and s.id = f.id and s.item_kind = f.item_kind
    and s.from_day = f.from_day::date
where f.part = 'figure' and f.scope = 'all'
    -- of a share of time, n are items here, and stretches of time in cells
    and ((s.n is distinct from f.n and not d.is_weighted)
        or (f.value is not null and not coalesce(abs(s.hits / s.weight * case when f.unit = 'per_100' then 100 else 1 end - f.value) < 1e-9, false)))
