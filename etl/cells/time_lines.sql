-- The written histograms of times: one row a filter, series, clock and outcome, its periods in a row. What is to be in a
-- row is sorted as lists of one number each, which hold first what they are sorted by.
with gathered as (
    select filter, series, clock, is_event, place, list_sort(list((bin::bigint << 32) + n)) as bins
    from cells_times
    where filter between $first and $last
    group by filter, series, clock, is_event, place
),
skipping as (
    select * exclude (bins), list_transform(bins, lambda bin, nth:
        {n: bin & 4294967295, skipped: (bin >> 32) - case when nth = 1 then 0 else (bins[nth - 1] >> 32) + 1 end}) as bins
    from gathered
),
histograms as (
    select * exclude (bins), array_to_string(list_transform(bins, lambda bin:
        cell_code(2 * bin.skipped + (bin.n > 1)::integer) || case when bin.n > 1 then cell_code(bin.n - 2) else '' end), '') as bins
    from skipping
),
periods as (
    select filter, series, clock, is_event, list_sort(list({place: place, bins: bins})) as periods
    from histograms
    group by filter, series, clock, is_event
)
select filter, series, clock, is_event, periods[1].place as "from", array_to_string(list_transform(periods, lambda period, nth:
    case when nth = 1 then '' else repeat('.', period.place - periods[nth - 1].place) end || period.bins), '') as bins
from periods
order by filter, series, clock, is_event
