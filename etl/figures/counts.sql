-- The items that a measure is of, how many of them are left out as withdrawn or duplicate, and which are flagged.
with covered as (
    select distinct measure, item_kind from tellers
),
counts as (
    select item_kind, 'items' as id, count(*) filter (not is_left_out)::integer as items, count(*)::integer as n, 0 as place from fct_all_items group by item_kind
    union all
    select item_kind, 'left_out', count(*) filter (is_left_out)::integer, count(*)::integer, 1 from fct_all_items group by item_kind
    union all
    select item_kind, flag, count(*)::integer, count(*)::integer, 2
    from (select item_kind, unnest(flags) as flag from fct_all_items where not is_left_out)
    group by item_kind, flag
)
select c.measure, 'figure' as part, n.id, n.item_kind, 'all' as scope, null::varchar as clock, 'items' as unit, null::varchar as of, null::varchar as key,
    null::varchar as label, null::varchar as col, null::varchar as period, null::varchar as from_day, null::varchar as to_day,
    null::double as minutes, n.items::double as value, null::varchar as words, n.n, null::double as low, null::double as high,
    null::boolean as is_complete, false as is_at_least, n.place
from covered as c
join counts as n on n.item_kind = c.item_kind
order by c.measure, n.item_kind, n.place, n.id
