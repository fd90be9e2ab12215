-- One row for each stretch in which an item had one status; `to_at` is null for the one that lasts.
with begun as (
    select item_kind, item_id, min(occurred_at) as occurred_at, arg_min(is_timed, position) as is_timed,
        arg_min(occurred_at_earliest, position) as occurred_at_earliest, false as is_first_sight
    from fct_events
    where kind = 'received'
    group by item_kind, item_id
),
stated as (
    select item_kind, item_id, occurred_at, occurred_at_earliest, 0 as position, 'new' as status, is_timed, is_first_sight
    from begun
    union all by name
    select item_kind, item_id, occurred_at, occurred_at_earliest, position, status, is_timed, is_first_sight
    from fct_events
    where kind in ('status_changed', 'resolved', 'closed', 'cancelled', 'reopened') and status is not null
),
-- an item that was worked on before it was opened, by its own record, was not new again when it was opened
ordered as (
    select *, row_number() over (partition by item_kind, item_id order by occurred_at, position) as place
    from stated
    qualify not (position = 0 and row_number() over (partition by item_kind, item_id order by occurred_at, position) > 1)
),
changed as (
    select *
    from ordered
    qualify status is distinct from lag(status) over (partition by item_kind, item_id order by place)
)
select item_kind::item_kind as item_kind, item_id, status::item_status as status, occurred_at as from_at,
    lead(occurred_at) over (partition by item_kind, item_id order by place) as to_at,
    status in ('resolved', 'closed', 'cancelled') as is_done,
    -- from here on it was resolved or closed, and before it was not
    status in ('resolved', 'closed')
        and coalesce(lag(status) over (partition by item_kind, item_id order by place) not in ('resolved', 'closed'), true) as begins_resolved,
    is_timed,
    -- only known to have begun between the two
    is_first_sight as is_bound, occurred_at_earliest as from_earliest_at
from changed
