-- severity: error
-- Every escalation has a trace, each of another source, and each trace belongs to one escalation.
select e.escalation_id, 'no trace' as fault
from fct_escalations as e
where e.escalation_id not in (select escalation_id from fct_escalation_traces)
union all
select escalation_id, 'two traces of ' || source as fault
from fct_escalation_traces
group by escalation_id, source
having count(*) > 1
union all
select trace_id, 'in two escalations' as fault
from fct_escalation_traces
group by source, trace_id
having count(distinct escalation_id) > 1
union all
select e.escalation_id, 'repeats what is not earlier' as fault
from fct_escalations as e
left join fct_escalations as r on r.escalation_id = e.repeat_of
where e.repeat_of is not null and (r.escalation_id is null or (r.received_at > e.received_at
    and not exists (from dim_corrections as c where c.item_id in (e.escalation_id, r.escalation_id) and c.field = 'received_at')))
