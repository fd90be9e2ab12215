-- Automatic accounts, by the keys under which they act.
select actor
from (select unnest(from_json($system_actors, '[{"actor":"VARCHAR"}]'), recursive := true))
