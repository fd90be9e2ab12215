-- The filters that have cells: none, each value, and pairs of values that at least so many items have, those of the most
-- items first, as long as there is room for what they are thought to take.
with asked as (
    select one, other, sum(items)::integer as items
    from cells_askable
    group by one, other
),
series as (
    select (select count(*) from cells_series where part = 'share') as shares, (select count(*) from cells_series where part = 'time') as times,
        (select count(distinct month) from cells_days) as months
),
-- rather too much than too little: what a share takes a month, and what a time takes an item until its bins are full
sized as (
    select a.*, coalesce(one <> other, false) as is_pair,
        200 + s.shares * (60 + 2 * least(s.months, a.items)) + s.times * 2 * (60 + 2 * least(a.items, 30 * s.months)) as bytes
    from asked as a
    cross join series as s
),
ranked as (
    select *, sum(bytes) over (partition by is_pair order by items desc, one, other) as bytes_so_far
    from sized
    where not is_pair or items >= $items_in_a_pair
)
select (row_number() over (order by one is not null, is_pair, case when is_pair then -items end, one, other) - 1)::integer as filter,
    one, other, is_pair, items
from ranked
where not is_pair or bytes_so_far <= $bytes_of_pairs
