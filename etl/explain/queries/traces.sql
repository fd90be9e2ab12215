-- The traces that an escalation left, `is_further` those that only add messages to one of the same source.
select source, trace_id, item_id, epoch_ms(received_at)::double as received_at, is_further
from stg_joined_traces
where $item_kind = 'escalation' and escalation_id = $item_id
order by received_at, source, trace_id
