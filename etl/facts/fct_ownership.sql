-- One row for each stretch with one named owner; `to_at` is null for the one that lasts. Nobody owns after leaving.
-- Who is taken for the owner because they answered a mail is an assumed one, beside those that are named.
with named as (
    select item_kind, item_id, occurred_at, position, owner, team, is_first_sight, is_assumed
    from fct_events
    where kind in ('assigned', 'unassigned')
),
stretches as (
    select *, lead(occurred_at) over (partition by item_kind, item_id, is_assumed order by occurred_at, position) as next_at
    from named
),
clipped as (
    select s.*, l.left_at
    from stretches as s
    left join dim_leavers as l on l.person = s.owner
    where s.owner is not null and (l.left_at is null or s.occurred_at < l.left_at)
)
select item_kind, item_id, owner, team, occurred_at as from_at,
    case when left_at <= $as_of::timestamptz and (next_at is null or left_at < next_at) then left_at else next_at end as to_at,
    is_assumed, is_first_sight,
    -- the last stretch of an item, ended by its owner's leaving and not by a change of owner
    coalesce(left_at <= $as_of::timestamptz, false) and next_at is null as is_ended_by_leaving
from clipped
