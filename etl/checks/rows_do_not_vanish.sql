-- severity: warning
-- An export said to cover all items holds every item that one before it held. What is gone stays as it was last told.
select v.source, v.item_id, v.last_seen_at, v.missing_at
from stg_vanished as v
join dim_sources as s on s.source = v.source
where s.coverage = 'all' and v.back_at is null
