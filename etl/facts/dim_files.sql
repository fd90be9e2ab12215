-- One row a landed file. `is_cut`: it holds as many records as its tool writes before it stops without a word.
select file_id, names, source, exported_at, known_at, export_times, records, is_cut
from (select unnest(from_json($files,
    '[{"file_id":"VARCHAR","names":["VARCHAR"],"source":"VARCHAR","exported_at":"TIMESTAMPTZ","known_at":"TIMESTAMPTZ","export_times":["TIMESTAMPTZ"],"records":"INTEGER","is_cut":"BOOLEAN"}]'), recursive := true))
