-- Of escalations about speed whose ticket has a target: raised before it had passed.
with targets as (
    -- the resolution target, else the response target
    select ticket_id, arg_max(due_at, measure = 'resolution') as due_at
    from fct_attainment
    where due_at is not null
    group by ticket_id
)
select 'share' as part, 'before' as id, 'escalation' as item_kind, e.escalation_id as item_id, i.received_day as day,
    (e.received_at <= t.due_at)::integer::double as hit
from fct_escalations as e
join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
join targets as t on t.ticket_id = e.ticket_id
where not i.is_left_out and e.reason in ('speed', 'several')
