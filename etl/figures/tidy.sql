-- The figures that a measure writes itself, of the kinds that it can be told of.
select * exclude (item_id, "day", hit, weight, due_at, business_minutes, is_event, since_at), $measure as measure
from told
where part not in ('share', 'time', 'now') and list_contains($told_kinds, item_kind)
order by part, id, item_kind, clock, place, of, key, col, from_day, minutes
