-- The ids that a word may have been meant for, the likeliest first: those that end with it, then by how far they are.
with named as (
    select item_id as id from fct_items
    union
    select trace_id from stg_joined_traces
)
select id
from named
order by suffix(lower(id), lower($word)) desc, damerau_levenshtein(lower(id), lower($word)), id
limit 5
