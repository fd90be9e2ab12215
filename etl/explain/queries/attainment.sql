-- The targets of a ticket, and what became of each.
select a.measure, a.level, a.target, a.calendar, a.clock, epoch_ms(a.due_at)::double as due_at,
    epoch_ms(a.done_at)::double as done_at, a.state,
    coalesce((select bool_or(t.is_paused) from dim_targets as t
        where t.level = a.level and t.measure = a.measure and t.target = a.target), false) as is_paused
from fct_attainment as a
where $item_kind = 'ticket' and a.ticket_id = $item_id
order by a.measure desc
