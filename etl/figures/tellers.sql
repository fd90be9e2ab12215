-- Which sources can tell what is observed.
select measure, part, id, item_kind, list(source order by source) as sources
from (select unnest(from_json($tellers, '[{"measure":"VARCHAR","part":"VARCHAR","id":"VARCHAR","item_kind":"VARCHAR","source":"VARCHAR"}]'), recursive := true))
group by measure, part, id, item_kind
