-- The written cells of shares: one row a filter and series, its periods in a row from the first to the last.
with coded as (
    select c.filter, c.series, c.place, s.is_counted, c.unknown > 0 as is_any_unknown, c.unsettled > 0 as is_any_unsettled,
        cell_code(c.n::bigint) as n, cell_code(round(c.hits * case when s.is_counted then 1 else 1000 end)::bigint) as hits,
        case when not s.is_counted then cell_code(round(c.weight * 1000)::bigint) end as weight,
        case when not s.is_counted then cell_code(ceil(c.squared_weight)::bigint) end as squared_weight,
        cell_code(c.unknown::bigint) as unknown, cell_code(c.unsettled::bigint) as unsettled
    from cells_shares as c
    join cells_series as s on s.series = c.series
    where c.filter between $first and $last
),
-- sorted as lists: that takes a fifth of what it takes to sort within each aggregate
gathered as (
    select filter, series, is_counted, bool_or(is_any_unknown) as is_any_unknown, bool_or(is_any_unsettled) as is_any_unsettled,
        list_sort(list({place: place, n: n, hits: hits, weight: weight, squared_weight: squared_weight, unknown: unknown, unsettled: unsettled})) as periods
    from coded
    group by filter, series, is_counted
),
spaced as (
    select * exclude (periods), periods[1].place as "from", list_transform(periods, lambda period, place:
        struct_insert(period, skipped := case when place = 1 then '' else repeat('A', period.place - periods[place - 1].place - 1) end)) as periods
    from gathered
)
select filter, series, "from",
    array_to_string(list_transform(periods, lambda period: period.skipped || period.n), '') as n,
    array_to_string(list_transform(periods, lambda period: period.skipped || period.hits), '') as hits,
    case when not is_counted then array_to_string(list_transform(periods, lambda period: period.skipped || period.weight), '') end as weight,
    case when not is_counted then array_to_string(list_transform(periods, lambda period: period.skipped || period.squared_weight), '') end as squared_weight,
    case when is_any_unknown then array_to_string(list_transform(periods, lambda period: period.skipped || period.unknown), '') end as unknown,
    case when is_any_unsettled then array_to_string(list_transform(periods, lambda period: period.skipped || period.unsettled), '') end as unsettled
from spaced
order by filter, series
