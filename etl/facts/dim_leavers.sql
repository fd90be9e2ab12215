-- Who has left, and the first instant at which they were gone.
select person, timezone($timezone, (last_day + interval 1 day)::timestamp) as left_at
from (select unnest(from_json($leavers, '[{"person":"VARCHAR","last_day":"DATE"}]'), recursive := true))
