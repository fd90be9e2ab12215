-- One row for each stretch in which an item was not done, from its receipt until the time up to which it is known.
-- `is_timed`: neither of its ends is known by its day or as a first sight alone.
with turns as (
    select item_kind, item_id, is_done, from_at, to_at, is_timed
    from fct_statuses
    qualify is_done is distinct from lag(is_done) over (partition by item_kind, item_id order by from_at, to_at nulls last, is_done)
),
stretches as (
    select item_kind, item_id, is_done, from_at, is_timed,
        lead(from_at) over in_turn as until_at, lead(is_timed) over in_turn as is_end_timed
    from turns
    window in_turn as (partition by item_kind, item_id order by from_at, to_at nulls last, is_done)
),
clipped as (
    select s.item_kind, s.item_id, greatest(s.from_at, i.received_at) as from_at,
        least(coalesce(s.until_at, i.known_until), i.known_until) as to_at,
        s.until_at is null as is_open_now, s.is_timed and coalesce(s.is_end_timed, true) as is_timed
    from stretches as s
    join fct_items as i on i.item_kind = s.item_kind and i.item_id = s.item_id
    where not s.is_done
)
select item_kind, item_id, from_at, to_at, is_open_now, is_timed
from clipped
where from_at < to_at or (from_at = to_at and is_open_now)
