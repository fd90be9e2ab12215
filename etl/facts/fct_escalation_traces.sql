-- The traces that an escalation left, by source.
select escalation_id, source, trace_id, received_at
from stg_joined_traces
where not is_further
