-- One row a landed file.
select file_id, names, source, exported_at, known_at, records
from (select unnest(from_json($files,
    '[{"file_id":"VARCHAR","names":["VARCHAR"],"source":"VARCHAR","exported_at":"TIMESTAMPTZ","known_at":"TIMESTAMPTZ","records":"INTEGER"}]'), recursive := true))
