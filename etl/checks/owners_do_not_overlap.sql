-- severity: error
-- An item has one named owner at a time, and one that is assumed, and a stretch does not end before it begins.
select *
from (
    select item_kind, item_id, owner, from_at, to_at,
        lead(from_at) over (partition by item_kind, item_id, is_assumed order by from_at, to_at nulls last) as next_from
    from fct_ownership
)
where to_at < from_at or coalesce(to_at, 'infinity'::timestamptz) > next_from
