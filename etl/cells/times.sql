-- Histograms of times a filter, series and month: what was done, and what still waits.
with answered as (
    select cell_key(unnest(list_concat(a.singles, a.pairs)), b.kind, b.place, b.bin) as key
    from cells_binned as b
    join cells_answers as a on a.profile = b.profile
),
counted as (
    select key, count(*)::integer as n, kind_of_key(key) as kind
    from answered
    group by key
)
select filter_of_key(key) as filter, kind // 4 as series, case when kind // 2 % 2 = 0 then 'elapsed' else 'business' end as clock,
    kind % 2 = 1 as is_event, place_of_key(key) as place, bin_of_key(key) as bin, n
from counted
