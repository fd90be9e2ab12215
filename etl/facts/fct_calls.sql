-- Every time that a recurring issue or a category was called rising or falling: from the day that first called
-- it to the first that did so no more; null: it stands.
select unnest(from_json($calls, '[{"of":"VARCHAR","key":"VARCHAR","direction":"VARCHAR","called_on":"DATE","ended_on":"DATE"}]'), recursive := true)
