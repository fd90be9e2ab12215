-- Up to when each kind of item is known, since when a source that has told nothing is waited for no longer, and whether
-- any is part of a major incident.
select item_kind, max(known_until) as known_until, max(known_until) - interval 92 days as silent_until,
    timezone($timezone, max(known_until))::date as known_day, bool_or(is_major_child) as has_major_children
from fct_all_items
group by item_kind
