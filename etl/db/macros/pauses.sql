-- Deadlines of many promises at once, each by its own calendar, with the time in which an item waited left out.
-- `promises`: promise (a number of its own), id, from_at, kind and amount (as `deadlines` has them), calendar (null of
-- elapsed), is_paused. `waits`: id, from_at, to_at; those of one item do not overlap.

-- The promises with `unpaused_due_at`: what `deadlines` says. Null where the calendar does not reach that far.
create macro unpaused_deadlines(promises, hours, zone) as table
with closings as (select * from closes_next(hours)),
amounts as (select * from open_time(hours)),
open_days as (select distinct calendar, open_day, day, day_closes_at from query_table(hours)),
counted as (
    select p.*, greatest(p.from_at, c.opens_at) as counts_from,
        case p.kind when 'business_days' then c.open_day + p.amount::integer end as due_day,
        case p.kind when 'business' then c.microseconds_before + epoch_us(greatest(p.from_at, c.opens_at)) - epoch_us(c.opens_at)
            + round(p.amount * 60000000)::bigint end as reach
    from query_table(promises) as p
    left join closings as c on p.calendar = c.calendar and utc_day(p.from_at) = c.utc_day
        and p.from_at >= c.closed_at and p.from_at < c.closes_at
)
select c.* exclude (counts_from, due_day, reach),
    case c.kind
        when 'elapsed' then microseconds_after(c.from_at, c.amount * 6e7)
        when 'business' then microseconds_after(a.opens_at, c.reach - a.microseconds_before)
        when 'business_days' then least(timezone(zone, d.day + timezone(zone, c.counts_from)::time), d.day_closes_at)
    end as unpaused_due_at
from counted as c
left join amounts as a on c.calendar = a.calendar and four_hours(c.reach) = a.four_hours
    and c.reach > a.microseconds_before and c.reach <= a.microseconds_by
left join open_days as d on c.calendar = d.calendar and c.due_day = d.open_day;

-- When each promise is due: `promise, due_at`, the first instant at which as much time (open time, of business) has
-- passed without the waiting as would have passed by the unpaused deadline. Never earlier than that, so that a wait of
-- no open minute, as over a weekend, changes nothing.
create macro paused_deadlines(promises, waits, hours, zone) as table
with openings as (select * from opened_last(hours)),
amounts as (select * from open_time(hours)),
unpaused as (
    select promise, case when is_paused then id end as id, from_at, calendar, unpaused_due_at
    from unpaused_deadlines(promises, hours, zone)
),
first_waits as (
    select id, min(from_at) as from_at
    from query_table(waits)
    group by id
),
-- on the clock of its promise
reaching as (
    select p.*,
        case when p.calendar is null then epoch_us(p.unpaused_due_at)
            else open_microseconds(p.unpaused_due_at, o.opens_at, o.closes_at, o.microseconds_before) end as reach
    from unpaused as p
    join first_waits as f on p.id = f.id and p.unpaused_due_at > f.from_at
    left join openings as o on p.calendar = o.calendar and utc_day(p.unpaused_due_at) = o.utc_day
        and p.unpaused_due_at >= o.opens_at and p.unpaused_due_at < o.next_opens_at
),
waited as (
    select p.promise, p.calendar, p.reach, greatest(w.from_at, p.from_at) as from_at, w.to_at
    from reaching as p
    join query_table(waits) as w on w.id = p.id
    where w.to_at > p.from_at and w.from_at < w.to_at
),
counted as (
    select w.promise, w.reach,
        case when w.calendar is null then epoch_us(w.from_at)
            else open_microseconds(w.from_at, f.opens_at, f.closes_at, f.microseconds_before) end as began,
        case when w.calendar is null then epoch_us(w.to_at)
            else open_microseconds(w.to_at, t.opens_at, t.closes_at, t.microseconds_before) end as ended
    from waited as w
    left join openings as f on w.calendar = f.calendar and utc_day(w.from_at) = f.utc_day
        and w.from_at >= f.opens_at and w.from_at < f.next_opens_at
    left join openings as t on w.calendar = t.calendar and utc_day(w.to_at) = t.utc_day
        and w.to_at >= t.opens_at and w.to_at < t.next_opens_at
),
in_turn as (
    select *, sum(ended - began) over (
        partition by promise order by began rows between unbounded preceding and current row)::bigint as waited
    from counted
    where ended > began
),
-- the count stands still in a wait, so a wait that begins before it is reached lies before it whole
delayed as (
    select promise, max(waited) as delay
    from in_turn
    where began - (waited - (ended - began)) < reach
    group by promise
),
moved as (
    select r.*, d.delay, r.reach + d.delay as reach_at_last
    from delayed as d
    join reaching as r on r.promise = d.promise
),
moved_to as (
    select m.promise, greatest(m.unpaused_due_at,
        case when m.calendar is null then microseconds_after(m.unpaused_due_at, m.delay)
            else microseconds_after(a.opens_at, m.reach_at_last - a.microseconds_before) end) as due_at
    from moved as m
    left join amounts as a on m.calendar = a.calendar and four_hours(m.reach_at_last) = a.four_hours
        and m.reach_at_last > a.microseconds_before and m.reach_at_last <= a.microseconds_by
)
select p.promise, coalesce(m.due_at, p.unpaused_due_at) as due_at
from unpaused as p
left join moved_to as m on m.promise = p.promise;
