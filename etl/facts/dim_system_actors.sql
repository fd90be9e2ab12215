-- Automatic accounts, by the keys under which they act.
select keyed(alias) as actor
from (select unnest(from_json($system_actors, '[{"alias":"VARCHAR"}]'), recursive := true))
