-- Sums of shares a filter, series and period. What is not settled is in no sum but its own, and neither is what nobody
-- knows. They are added up as doubles, which takes half of what it takes to add whole numbers, and is as exact up to 2^53.
-- What is read twice is not kept in between: of a million items, that would take four times as long.
with keyed as not materialized (
    select profile, item, is_weighted, cell_key(0, series, place, 0) as own_key, cell_key(0, series, "month", 0) as month_key,
        is_settled and hit is not null as is_known, (is_settled and hit is null)::double as unknown, (not is_settled)::double as unsettled,
        case when is_known then hit else 0 end as hits, case when is_known then weight else 0 end as weight
    from cells_observed
),
-- the observations of one item in a period are one weight: in its own periods, and once more in months
items_in_periods as (
    select profile, own_key, month_key, bool_or(is_known)::double as n, sum(unknown) as unknown, sum(unsettled) as unsettled,
        sum(hits) as hits, sum(weight) as weight
    from keyed
    where is_weighted
    group by grouping sets ((profile, item, own_key), (profile, item, month_key))
),
summed as (
    select profile, own_key, month_key, sum(is_known::double) as n, sum(unknown) as unknown, sum(unsettled) as unsettled,
        sum(hits) as hits, sum(weight) as weight, sum(weight * weight) as squared_weight
    from keyed
    where not is_weighted
    group by profile, own_key, month_key
    union all
    select profile, own_key, month_key, sum(n), sum(unknown), sum(unsettled), sum(hits), sum(weight), sum(weight * weight)
    from items_in_periods
    group by profile, own_key, month_key
),
answered as (
    select cell_key(unnest(a.singles), 0, 0, 0) + s.own_key as key, s.* exclude (profile, own_key, month_key)
    from summed as s
    join cells_answers as a on a.profile = s.profile
    where s.own_key is not null
    union all
    select cell_key(unnest(a.pairs), 0, 0, 0) + s.month_key, s.* exclude (profile, own_key, month_key)
    from summed as s
    join cells_answers as a on a.profile = s.profile
    where s.month_key is not null
)
select filter_of_key(key) as filter, kind_of_key(key) as series, place_of_key(key) as place, sum(n)::integer as n, sum(unknown)::integer as unknown,
    sum(unsettled)::integer as unsettled, sum(hits) as hits, sum(weight) as weight, sum(squared_weight) as squared_weight
from answered
group by key
