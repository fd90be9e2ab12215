-- What each measure observes, of which kind of item, numbered; what of it is the measure's headline, what is counted in
-- cells, and what is what requesters say.
select (row_number() over ())::smallint as figure, d.*
from (
    select unnest(from_json($declared, '[{"measure":"VARCHAR","good":"VARCHAR","part":"VARCHAR","id":"VARCHAR","item_kind":"VARCHAR","unit":"VARCHAR","is_weighted":"BOOLEAN","is_in_cells":"BOOLEAN","is_answer":"BOOLEAN","is_headline":"BOOLEAN","settles_days":"INTEGER"}]'), recursive := true)
) as d
