-- severity: error
-- What is published of a share's last complete period, headlines among it, with its interval, is what the cells of that
-- period say.
with figures as (
    select f.*, case when f.unit = 'per_100' then 100 else 1 end as scale, s.n as n_in_cells, s.unknown,
        share(s.hits, s.weight) as share, coalesce(effective_number(s.n, s.weight, s.squared_weight), 0) as worth
    from published as f
    join declared as d on d.part = 'share' and d.measure = f.measure and d.id = f.id and d.item_kind = f.item_kind and d.is_in_cells
    left join cells_sums as s on s.dimension = 'all' and s.part = 'share' and s.measure = f.measure and s.id = f.id and s.item_kind = f.item_kind
        and s.from_day = f.from_day::date
    where f.part = 'figure' and f.scope = 'all'
),
compared as (
    select *, case when unknown <= 0.1 * (n_in_cells + unknown) then share * scale end as value_in_cells,
        wilson_low(coalesce(share * worth, 0), worth + unknown) * scale as low_in_cells,
        wilson_high(coalesce(share * worth, 0) + unknown, worth + unknown) * scale as high_in_cells
    from figures
)
select measure, id, item_kind, from_day, n, n_in_cells, value, value_in_cells, low, low_in_cells, high, high_in_cells
from compared
where n_in_cells is distinct from n
    or (value is null) <> (value_in_cells is null) or abs(value - value_in_cells) > 1e-9
    or (low is null) <> (low_in_cells is null) or abs(low - low_in_cells) > 1e-9
    or (high is null) <> (high_in_cells is null) or abs(high - high_in_cells) > 1e-9
