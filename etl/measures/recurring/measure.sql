with until as (
    select max(known_until) as at_time, min(opened_at) as first_at, (select count(*) > 0 from fct_escalations) as has_escalations
    from fct_tickets
),
members as (
    select m.group_id, m.opened_at, t.service, t.problem,
        exists (from fct_escalation_tickets as e where e.ticket_id = m.ticket_id) as is_escalated,
        m.opened_at > u.at_time - to_days($window_days::integer) as is_recent,
        m.opened_at <= u.at_time - to_days($window_days::integer)
            and m.opened_at > u.at_time - to_days(4 * $window_days::integer) as is_before,
        minutes_between(lag(m.opened_at) over (partition by m.group_id order by m.opened_at), m.opened_at) / 1440 as gap_days
    from fct_recurring_members as m
    left join fct_tickets as t on t.ticket_id = m.ticket_id
    cross join until as u
),
services as (
    select group_id, string_agg(service, ', ' order by tickets desc, service) as services
    from (
        select group_id, service, count(*) as tickets from members where service is not null group by group_id, service
        qualify row_number() over (partition by group_id order by tickets desc, service) <= 3
    )
    group by group_id
),
problems as (
    select group_id, arg_max(problem, {tickets: tickets, problem: problem}) as problem
    from (select group_id, problem, count(*) as tickets from members where regexp_full_match(problem, '[A-Za-z]{1,8}-?\d{1,12}') group by group_id, problem)
    group by group_id
),
first_calls as (
    select key as group_id, min(called_on) as first_called_on from fct_calls where of = 'issue' and direction = 'up' group by key
),
counted as (
    select r.group_id, r.label, r.tickets, r.requesters, r.tickets_in_window, r.trend, r.trend_direction, r.called_on,
        case when any_value(u.first_at) <= any_value(u.at_time) - to_days(4 * $window_days::integer) then count(*) filter (m.is_before)::integer end as tickets_before,
        timezone($timezone, r.first_seen)::date as first_seen, timezone($timezone, r.last_seen)::date as last_seen,
        median(m.gap_days) as gap_days,
        case when any_value(u.has_escalations) then count(*) filter (m.is_escalated) / count(*) end as escalated_share
    from fct_recurring as r
    join members as m on m.group_id = r.group_id
    cross join until as u
    group by r.group_id, r.label, r.tickets, r.requesters, r.tickets_in_window, r.trend, r.trend_direction, r.called_on, r.first_seen, r.last_seen
),
groups as (
    select c.*, s.services, p.problem, f.first_called_on - c.first_seen as days_to_call, t.recent, t.before,
        case when t.direction is not null then case when t.p_last_year is null then 'no' else 'yes' end end as has_last_year,
        row_number() over (order by c.trend in ('unusual', 'sustained') and c.trend_direction = 'up' desc,
            c.tickets_in_window desc, c.tickets desc, c.group_id) as place
    from counted as c
    left join services as s on s.group_id = c.group_id
    left join problems as p on p.group_id = c.group_id
    left join first_calls as f on f.group_id = c.group_id
    left join fct_trends as t on t.of = 'issue' and t.key = c.group_id
),
figures as (
    select unnest(['headline', 'figure']) as part, 'active' as id, 'items' as unit, count(*) filter (tickets_in_window > 0) as value, count(*) as n
    from groups
    union all by name
    select 'figure' as part, 'tickets_in_window' as id, 'items' as unit, coalesce(sum(tickets_in_window), 0) as value,
        (select count(*) from fct_tickets, until where opened_at > at_time - to_days($window_days::integer)) as n
    from groups
    union all by name
    select 'figure' as part, d.id, 'items' as unit, count(g.group_id) as value, (select count(*) from groups where trend <> 'too_few') as n
    from (values ('rising', 'up'), ('falling', 'down')) as d (id, direction)
    left join groups as g on g.trend in ('unusual', 'sustained') and g.trend_direction = d.direction
    group by d.id
    union all by name
    select 'figure' as part, 'usual_for_season' as id, 'items' as unit, count(*) filter (trend = 'usual_for_season') as value,
        count(*) filter (trend <> 'too_few') as n
    from groups
),
weeks as (
    select unnest(generate_series(greatest(date_trunc('week', timezone($timezone, at_time)) - interval 104 weeks, date_trunc('week', timezone($timezone, first_at))),
        date_trunc('week', timezone($timezone, at_time)), interval 1 week))::date as from_day
    from until
),
shown as (select * from groups where place <= 60 and tickets_in_window > 0),
weekly as (
    select s.group_id, s.place, w.from_day, count(m.group_id)::integer as tickets
    from shown as s
    cross join weeks as w
    left join members as m on m.group_id = s.group_id and date_trunc('week', timezone($timezone, m.opened_at))::date = w.from_day
    group by s.group_id, s.place, w.from_day
),
categories as (
    select of || ' ' || key as key, key as label, trend, direction,
        case when direction is not null then case when p_last_year is null then 'no' else 'yes' end end as has_last_year, recent, before, all_recent, all_before, ratio, p,
        row_number() over (order by trend in ('unusual', 'sustained') and direction = 'up' desc, recent desc, of, key) as place
    from fct_trends
    where of in ('category', 'subcategory')
),
calls as (
    select c.of || ' ' || c.key || ' ' || c.called_on || ' ' || c.direction as key, c.of, coalesce(r.label, c.key) as label, c.direction,
        c.called_on, c.ended_on, row_number() over (order by c.called_on desc, c.of, c.key) as place
    from fct_calls as c
    left join fct_recurring as r on c.of = 'issue' and r.group_id = c.key
    cross join until as u
    where coalesce(c.ended_on, c.called_on) > timezone($timezone, u.at_time)::date - 364 or c.ended_on is null
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
    unnest(['text', 'items', 'people', 'items', 'items', 'items', 'items', 'text', 'text', 'text', 'text', 'days', 'text', 'text', 'days', 'share', 'text']) as unit,
    'group' as of, group_id as key, label,
    unnest(['trend', 'tickets', 'requesters', 'tickets_in_window', 'tickets_before', 'recent', 'before', 'has_last_year', 'direction', 'called_on', 'first_seen', 'days_to_call',
        'last_seen', 'services', 'gap_days', 'escalated_share', 'problem']) as col,
    unnest([null, tickets, case when requesters >= $suppress_below then requesters end, tickets_in_window, tickets_before, recent, before,
        null, null, null, null, days_to_call, null, null, case when tickets >= 5 then gap_days end, escalated_share, null])::double as value,
    unnest([trend, null, null, null, null, null, null, has_last_year, trend_direction, called_on::varchar, first_seen::varchar, null,
        last_seen::varchar, services, null, null, problem]) as words,
    tickets as n, place
from groups
where tickets_in_window > 0 or place <= 50 or trend <> 'too_few'
union all by name
select 'cell' as part, 'categories' as id, 'ticket' as item_kind,
    unnest(['text', 'text', 'text', 'items', 'items', 'items', 'items', 'ratio']) as unit, 'category' as of, key, label,
    unnest(['trend', 'direction', 'has_last_year', 'recent', 'before', 'all_recent', 'all_before', 'ratio']) as col,
    unnest([null, null, null, recent, before, all_recent, all_before, ratio])::double as value,
    unnest([trend, direction, has_last_year, null, null, null, null, null]) as words, recent + before as n, place
from categories
union all by name
select 'cell' as part, 'calls' as id, 'ticket' as item_kind, 'text' as unit, 'call' as of, key, label,
    unnest(['of', 'direction', 'called_on', 'ended_on']) as col,
    unnest([of, direction, called_on::varchar, ended_on::varchar]) as words, 0 as n, place
from calls
order by part, id, place, key, col, from_day
