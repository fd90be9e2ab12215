-- Never without a named owner, how much of its time without one, and what has none now.
with counted as (
    select i.item_kind, i.item_id, i.received_day, i.is_open, i.flags, i.known_until, o.window_from_at, o.is_always_owned,
        o.window_minutes, o.unowned_minutes, o.is_unowned_now, o.unowned_since_at
    from fct_all_items as i
    join fct_owned as o on o.item_kind = i.item_kind and o.item_id = i.item_id
    where not i.is_left_out
)
select 'share' as part, 'always' as id, item_kind, item_id, received_day as day, is_always_owned::integer::double as hit,
    null::double as weight, window_from_at as due_at
from counted
-- what was over before its window began needed no owner; of what was under way when first seen it cannot be told
where is_always_owned is not null or list_contains(flags, 'first_seen_under_way') or (is_open and window_from_at > known_until)
union all by name
select 'share' as part, 'unowned_time' as id, item_kind, item_id, received_day as day, unowned_minutes as hit, window_minutes as weight,
    window_from_at as due_at
from counted
where window_minutes > 0 or (is_always_owned is null and list_contains(flags, 'first_seen_under_way'))
union all by name
select 'now' as part, 'unowned' as id, item_kind, item_id, received_day as day, unowned_since_at as since_at
from counted
where is_unowned_now and is_open
