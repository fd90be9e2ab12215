-- The targets that open tickets are past: when each fell, and how long ago that was when the ticket was last known, by the
-- calendar of the target. Times in milliseconds.
with missed as (
    select a.ticket_id, a.measure, a.target, a.clock, a.due_at, t.known_until, coalesce(a.calendar, 'main') as calendar
    from fct_attainment as a
    join fct_tickets as t on t.ticket_id = a.ticket_id
    where a.state = 'open_breached'
)
select m.ticket_id as id, m.measure as what, m.target, m.clock, epoch_ms(m.due_at)::double as due_at, true as is_overdue, true as is_missing,
    minutes_between(m.due_at, m.known_until) as overdue_minutes,
    greatest(0, open_minutes_before(m.known_until, k.opens_at, k.closes_at, k.minutes_before)
        - open_minutes_before(m.due_at, f.opens_at, f.closes_at, f.minutes_before)) as overdue_business_minutes
from missed as m
asof left join dim_calendar as f on m.calendar = f.calendar and m.due_at >= f.opens_at
asof left join dim_calendar as k on m.calendar = k.calendar and m.known_until >= k.opens_at
