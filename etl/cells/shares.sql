-- Sums of shares a filter, series and period. What is not settled is in no sum but its own, and what nobody knows in none.
-- They are added up as doubles, which takes half of what it takes to add whole numbers, and is as exact up to 2^53.
with summed as (
    select profile, cell_key(0, series, place, 0) as own_key, cell_key(0, series, "month", 0) as month_key,
        sum((is_settled and hit is not null)::double) as n, sum((not is_settled)::double) as unsettled,
        sum(case when is_settled and hit is not null then hit else 0 end) as hits,
        sum(case when is_settled and hit is not null then weight else 0 end) as weight,
        sum(case when is_settled and hit is not null then weight * weight else 0 end) as squared_weight
    from cells_observed
    group by all
),
answered as (
    select cell_key(unnest(a.singles), 0, 0, 0) + s.own_key as key, s.n, s.unsettled, s.hits, s.weight, s.squared_weight
    from summed as s
    join cells_answers as a on a.profile = s.profile
    union all
    select cell_key(unnest(a.pairs), 0, 0, 0) + s.month_key, s.n, s.unsettled, s.hits, s.weight, s.squared_weight
    from summed as s
    join cells_answers as a on a.profile = s.profile
)
select filter_of_key(key) as filter, kind_of_key(key) as series, place_of_key(key) as place, sum(n)::integer as n,
    sum(unsettled)::integer as unsettled, sum(hits) as hits, sum(weight) as weight, sum(squared_weight) as squared_weight
from answered
group by key
