-- One row a ticket and measure: its level when it was raised, the target in force then, when that falls (waiting left
-- out where the target pauses) and whether it was met. A state of `unknown` counts nowhere: the ticket was first seen
-- under way and may have been done before the deadline or after it, or the calendar does not reach the deadline.
with in_force as (
    select * exclude (from_day, to_day),
        coalesce(timezone($timezone, from_day::timestamp), '-infinity'::timestamptz) as from_at,
        coalesce(timezone($timezone, to_day::timestamp), 'infinity'::timestamptz) as to_at
    from dim_targets
),
measured as (
    select t.rowid as id, t.ticket_id, t.level, t.opened_at, t.resolved_at, t.status, t.is_open, t.known_until,
        unnest([
            {promise: t.rowid * 2, measure: 'response', done_at: t.acknowledged_at, done_earliest_at: i.acknowledged_earliest_at, is_bound: i.is_acknowledged_bound},
            {promise: t.rowid * 2 + 1, measure: 'resolution', done_at: t.resolved_at, done_earliest_at: i.resolved_earliest_at, is_bound: i.is_resolved_bound}
        ], recursive := true)
    from fct_tickets as t
    join fct_items as i on i.item_kind = 'ticket' and i.item_id = t.ticket_id
),
-- those without a target too: of a left join it is known that it leaves them all, and the joins that follow go the fast way
promises as (
    select m.promise, m.id, m.opened_at as from_at, g.kind, g.amount, g.calendar, g.is_paused
    from measured as m
    left join in_force as g on g.level = m.level and g.measure = m.measure
        and m.opened_at >= g.from_at and m.opened_at < g.to_at
),
-- a ticket that waits now is due as if its waiting ended where what is known of it ends
waits as (
    select t.rowid as id, s.from_at, least(s.to_at, t.known_until) as to_at
    from fct_statuses as s
    join fct_tickets as t on t.ticket_id = s.item_id
    where s.item_kind = 'ticket' and s.status = 'waiting'
),
due as (
    select * from paused_deadlines(promises, waits, dim_calendar, $timezone)
)
select m.ticket_id, m.measure, m.level, g.target, g.clock, g.calendar, d.due_at, m.done_at,
    case
        when m.status = 'cancelled' then 'excluded'
        when g.target is null then 'no_target'
        when d.due_at is null then 'unknown'
        when m.done_at <= d.due_at then 'met'
        when m.is_bound and m.done_earliest_at <= d.due_at then 'unknown'
        when m.done_at is not null then 'breached'
        -- done without a sign that anyone took notice: there was nothing left to respond to
        when not m.is_open and m.resolved_at <= d.due_at then 'excluded'
        when not m.is_open then 'breached'
        when m.known_until > d.due_at then 'open_breached'
        else 'open_in_time'
    end as state
from measured as m
left join in_force as g on g.level = m.level and g.measure = m.measure
    and m.opened_at >= g.from_at and m.opened_at < g.to_at
left join due as d on d.promise = m.promise
