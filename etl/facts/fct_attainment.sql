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
            {promise: t.rowid * 2, measure: 'response', done_at: t.acknowledged_at},
            {promise: t.rowid * 2 + 1, measure: 'resolution', done_at: t.resolved_at}
        ], recursive := true)
    from fct_tickets as t
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
),
late as (
    select m.promise, m.ticket_id, m.measure, m.done_at, d.due_at
    from measured as m
    join due as d on d.promise = m.promise
    where m.done_at > d.due_at
),
first_sights as (
    select item_id, occurred_at, occurred_at_earliest, basis is not null as is_response, kind in ('resolved', 'closed') as is_resolution
    from fct_events
    where item_kind = 'ticket' and is_first_sight
),
perhaps_met as (
    select distinct l.promise, l.ticket_id, l.measure, l.done_at
    from late as l
    join first_sights as f on f.item_id = l.ticket_id and f.occurred_at = l.done_at and f.occurred_at_earliest <= l.due_at
    where case l.measure when 'response' then f.is_response else f.is_resolution end
),
told_otherwise as (
    select p.promise
    from perhaps_met as p
    join fct_events as e on e.item_id = p.ticket_id and e.occurred_at = p.done_at
    where e.item_kind = 'ticket' and not e.is_first_sight
        and case p.measure when 'response' then e.basis is not null else e.kind in ('resolved', 'closed') end
),
-- unless something else says that it was done at that very time
unknown as (
    select promise
    from perhaps_met
    anti join told_otherwise using (promise)
)
select m.ticket_id, m.measure, m.level, g.target, g.clock, g.calendar, d.due_at, m.done_at,
    case
        when m.status = 'cancelled' then 'excluded'
        when g.target is null then 'no_target'
        when d.due_at is null or u.promise is not null then 'unknown'
        when m.done_at <= d.due_at then 'met'
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
left join unknown as u on u.promise = m.promise
