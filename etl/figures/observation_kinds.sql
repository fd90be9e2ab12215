-- Up to when each kind of item is known, and whether any is part of a major incident.
select item_kind, max(known_until) as known_until, timezone($timezone, max(known_until))::date as known_day,
    bool_or(is_major_child) as has_major_children
from fct_all_items
group by item_kind
