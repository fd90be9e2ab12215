with until as (select max(known_until) as at_time from fct_tickets),
members as (
    select m.group_id, m.opened_at,
        exists (from fct_escalation_tickets as e where e.ticket_id = m.ticket_id) as is_escalated,
        m.opened_at > u.at_time - to_days($window_days::integer) as is_recent,
        m.opened_at <= u.at_time - to_days($window_days::integer)
            and m.opened_at > u.at_time - to_days(4 * $window_days::integer) as is_before
    from fct_recurring_members as m
    cross join until as u
),
counted as (
    select r.group_id, r.label, r.tickets, r.requesters, r.tickets_in_window,
        count(*) filter (m.is_before)::integer as tickets_before,
        timezone($timezone, r.first_seen)::date as first_seen, timezone($timezone, r.last_seen)::date as last_seen,
        count(*) filter (m.is_escalated) / count(*) as escalated_share
    from fct_recurring as r
    join members as m on m.group_id = r.group_id
    group by all
),
groups as (
    select *, row_number() over (order by tickets_in_window desc, tickets desc, group_id) as place from counted
),
figures as (
    select unnest(['headline', 'figure']) as part, 'active' as id, 'items' as unit, count(*) filter (tickets_in_window > 0) as value, count(*) as n
    from groups
    union all by name
    select 'figure' as part, 'tickets_in_window' as id, 'items' as unit, coalesce(sum(tickets_in_window), 0) as value,
        (select count(*) from fct_tickets, until where opened_at > at_time - to_days($window_days::integer)) as n
    from groups
),
weeks as (
    select unnest(generate_series(date_trunc('week', timezone($timezone, at_time)) - interval 52 weeks,
        date_trunc('week', timezone($timezone, at_time)), interval 1 week))::date as from_day
    from until
),
shown as (select * from groups where place <= 12 and tickets_in_window > 0),
weekly as (
    select s.group_id, s.place, w.from_day, count(m.group_id)::integer as tickets
    from shown as s
    cross join weeks as w
    left join members as m on m.group_id = s.group_id and date_trunc('week', timezone($timezone, m.opened_at))::date = w.from_day
    group by s.group_id, s.place, w.from_day
)
select part, id, 'ticket' as item_kind, null::varchar as clock, unit, null::varchar as of, null::varchar as key, null::varchar as label,
    null::varchar as col, null::varchar as period, null::varchar as from_day, null::varchar as to_day, null::double as minutes,
    value::double as value, null::varchar as words, n::integer as n, null::double as low, null::double as high,
    null::boolean as is_complete, false as is_at_least, 0 as place
from figures
union all by name
select 'point' as part, 'tickets' as id, 'ticket' as item_kind, 'items' as unit, group_id as of, 'week' as period,
    from_day::varchar as from_day, (from_day + 6)::varchar as to_day, tickets::double as value, tickets as n,
    timezone($timezone, (from_day + interval 7 days)::timestamp) <= (select at_time from until) as is_complete, place
from weekly
union all by name
select 'cell' as part, 'groups' as id, 'ticket' as item_kind,
    unnest(['items', 'people', 'items', 'items', 'text', 'text', 'share']) as unit, 'group' as of, group_id as key, label,
    unnest(['tickets', 'requesters', 'tickets_in_window', 'tickets_before', 'first_seen', 'last_seen', 'escalated_share']) as col,
    unnest([tickets, case when requesters >= $suppress_below then requesters end, tickets_in_window, tickets_before, null, null, escalated_share])::double as value,
    unnest([null, null, null, null, first_seen::varchar, last_seen::varchar, null]) as words,
    tickets as n, place
from groups
where tickets_in_window > 0 or place <= 50
order by part, id, place, key, col, from_day
