-- severity: warning
-- Acknowledged later than anything is known of it: a correction, or a clock that is wrong.
select item_kind, item_id, acknowledged_at, known_until
from fct_items
where acknowledged_at > known_until
