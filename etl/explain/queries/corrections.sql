-- What corrections.csv says of an item or of a trace of it.
select line, field, value, reason, corrected_by
from dim_corrections
where list_contains($ids, item_id)
order by line
