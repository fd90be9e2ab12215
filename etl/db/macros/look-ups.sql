-- A calendar cut into pieces, in which millions of instants can be looked up by their day: that is a hash join, where an
-- ASOF join would sort them all. `hours` are rows of dim_calendar.

create macro utc_day(instant) as epoch_us(instant) // 86400000000;
create macro four_hours(microseconds) as microseconds // 14400000000;

-- One row a stretch and UTC day on which it is the one that opened last, for a time: from `opens_at` until `next_opens_at`.
create macro opened_last(hours) as table
select *, unnest(range(utc_day(opens_at), utc_day(next_opens_at) + 1)) as utc_day
from (
    select calendar, opens_at, closes_at, minutes_before, round(minutes_before * 60000000)::bigint as microseconds_before,
        coalesce(lead(opens_at) over (partition by calendar order by opens_at), closes_at + interval 400 day) as next_opens_at
    from query_table(hours)
);

-- One row a stretch and UTC day on which it is the one that closes next, for a time: from `closed_at` until `closes_at`.
create macro closes_next(hours) as table
select *, unnest(range(utc_day(closed_at), utc_day(closes_at) + 1)) as utc_day
from (
    select calendar, opens_at, closes_at, open_day, round(minutes_before * 60000000)::bigint as microseconds_before,
        coalesce(lag(closes_at) over (partition by calendar order by opens_at), opens_at - interval 400 day) as closed_at
    from query_table(hours)
);

-- One row a stretch and four hours of open time that it has a part of: after `microseconds_before`, up to `microseconds_by`.
create macro open_time(hours) as table
select *, unnest(range(four_hours(microseconds_before), four_hours(microseconds_by) + 1)) as four_hours
from (
    select calendar, opens_at, round(minutes_before * 60000000)::bigint as microseconds_before,
        round(minutes_before * 60000000)::bigint + epoch_us(closes_at) - epoch_us(opens_at) as microseconds_by
    from query_table(hours)
);

-- Open microseconds before an instant, given the stretch that opened last before it (none: 0).
create macro open_microseconds(instant, opens_at, closes_at, microseconds_before) as coalesce(
    microseconds_before + epoch_us(least(instant, closes_at)) - epoch_us(opens_at), 0);
