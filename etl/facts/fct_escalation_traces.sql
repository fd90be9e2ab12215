-- The traces that an escalation left, by source.
select item_id as escalation_id, source, item_id as trace_id, min(occurred_at) as received_at
from fct_events
where item_kind = 'escalation' and kind = 'received'
group by item_id, source
