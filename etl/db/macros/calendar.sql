-- A service calendar as data: a business duration is two look-ups in its open stretches and a subtraction.

-- Two times are subtracted as microseconds: to subtract timestamps with a zone goes by its calendar, which is slow.
create macro minutes_between(from_at, to_at) as (epoch_us(to_at) - epoch_us(from_at)) / 1e6 / 60;
-- And so is to add to one; of a time that is infinite there is none after it (null).
create macro microseconds_after(instant, microseconds) as make_timestamptz(epoch_us(instant) + (microseconds)::bigint);
create macro days_after(instant, days) as make_timestamptz(epoch_us(instant) + (days)::bigint * 86400000000);

-- Open minutes before an instant, given the stretch that opened last before it (none: 0).
create macro open_minutes_before(instant, opens_at, closes_at, minutes_before) as coalesce(
    minutes_before + minutes_between(opens_at, least(instant, closes_at)), 0);

-- When something received at `from_at` is due: `kind` elapsed or business (amount in minutes) or business_days (the
-- same wall time on the Nth following open day, clipped to that day's end; outside hours counts from the next opening).
create macro deadlines(instants, hours, kind, amount, zone) as table
with starts as (select distinct from_at from query_table(instants)),
stretches as (select * from query_table(hours)),
open_days as (select distinct open_day, day, day_closes_at from stretches),
counted as (
    select s.from_at, c.open_day, greatest(s.from_at, c.opens_at) as counts_from,
        c.minutes_before + minutes_between(c.opens_at, greatest(s.from_at, c.opens_at)) as open_minutes
    from starts as s
    asof join stretches as c on s.from_at < c.closes_at
)
select from_at, microseconds_after(from_at, amount * 6e7) as due_at
from starts
where kind = 'elapsed'
union all
select s.from_at, microseconds_after(e.opens_at, round((s.open_minutes + amount - e.minutes_before) * 6e7)) as due_at
from counted as s
asof join stretches as e on s.open_minutes + amount > e.minutes_before
where kind = 'business'
union all
select s.from_at, least(timezone(zone, d.day + timezone(zone, s.counts_from)::time), d.day_closes_at) as due_at
from counted as s
join open_days as d on d.open_day = s.open_day + amount
where kind = 'business_days';

-- The rows of a table (`received_at`) with their deadline as `due_at`.
create macro with_due(items, hours, kind, amount, zone) as table
with begun as (select distinct received_at as from_at from query_table(items))
select i.*, d.due_at
from query_table(items) as i
left join deadlines(begun, hours, kind, amount, zone) as d on d.from_at = i.received_at;
