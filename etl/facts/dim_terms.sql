-- The terms of each academic year.
select year, name, from_day, to_day
from (select unnest(from_json($terms, '[{"year":"VARCHAR","name":"VARCHAR","from_day":"DATE","to_day":"DATE"}]'), recursive := true))
