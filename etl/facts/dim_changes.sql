-- What was changed and when, and in which tickets it should show: column and value of each; none: in all.
select id, day, title, kind, affects
from (select unnest(from_json($changes,
    '[{"id":"INTEGER","day":"DATE","title":"VARCHAR","kind":"VARCHAR","affects":[{"column":"VARCHAR","value":"VARCHAR"}]}]'), recursive := true))
