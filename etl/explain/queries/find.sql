-- The items that a word means: by their own id, or by that of a trace that an escalation left, in any case.
with named as (
    select item_kind, item_id, item_id as said from fct_items
    union
    select 'escalation', escalation_id, trace_id from stg_joined_traces
)
select item_kind, item_id, said
from named
where lower(said) = lower($word)
qualify said = $word or not bool_or(said = $word) over ()
order by item_kind desc, item_id
