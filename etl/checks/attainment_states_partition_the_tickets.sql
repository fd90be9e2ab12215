-- severity: error
-- Every ticket has one state for each target, and the state is as its times are.
with states as (
    select t.ticket_id, m.measure, count(a.ticket_id) as states
    from fct_tickets as t
    cross join (select unnest(['response', 'resolution']) as measure) as m
    left join fct_attainment as a on a.ticket_id = t.ticket_id and a.measure = m.measure
    group by t.ticket_id, m.measure
)
select ticket_id, measure, 'not one state' as fault from states where states <> 1
union all
select ticket_id, measure, 'state ' || coalesce(state, 'null') as fault
from fct_attainment as a
left join (select ticket_id as whose, known_until from fct_tickets) as t on t.whose = a.ticket_id
where state is null
    or state not in ('met', 'breached', 'open_in_time', 'open_breached', 'no_target', 'excluded', 'unknown')
    or (state = 'met' and (done_at is null or done_at > due_at))
    or (state = 'breached' and done_at <= due_at)
    or (state in ('open_in_time', 'open_breached') and done_at is not null)
    or (state = 'open_in_time' and due_at < known_until)
    or (state = 'open_breached' and due_at >= known_until)
    or (state = 'no_target') <> (target is null and state <> 'excluded')
