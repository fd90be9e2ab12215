-- The backlog of the local days that are over, as far as the sources of a kind know their items.
with told as (
    select item_kind, known_until from dim_sources
    union all
    select 'escalation', known_until from dim_sources where has_escalated_when
),
known as (
    select item_kind, least($as_of::timestamptz, max(known_until)) as known_until
    from told
    group by item_kind
)
select b.day, b.item_kind, b.team, b.arrived, b.reopened, b.transferred_in, b.transferred_out, b.closed, b.open_at_end
from fct_backlog as b
join known as k on k.item_kind = b.item_kind
where timezone($timezone, b.day + interval 1 day) <= k.known_until
