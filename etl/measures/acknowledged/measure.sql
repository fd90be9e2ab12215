with requests as (
    select 'ticket' as item_kind, opened_at as received_at, acknowledged_at, acknowledge_minutes, acknowledge_business_minutes,
        age_minutes, age_business_minutes, is_open, known_until, status = 'cancelled' as is_left_out, flags,
        service, priority, team, category, department
    from fct_tickets
    union all by name
    select 'escalation' as item_kind, received_at, acknowledged_at, acknowledge_minutes, acknowledge_business_minutes,
        age_minutes, age_business_minutes, is_open, known_until, outcome in ('withdrawn', 'duplicate') as is_left_out, flags,
        service, priority, team, category, department
    from fct_escalations
),
instants as (select received_at as from_at from requests),
hours as (select * from dim_calendar where calendar = 'main'),
due as (select * from deadlines(instants, hours, $within_kind, $within_amount, $timezone)),
dated as (
    select r.*, d.due_at, timezone($timezone, r.received_at)::date as day,
        coalesce(r.acknowledged_at <= d.due_at, false) as is_in_time,
        max(r.known_until) over (partition by r.item_kind) as kind_known_until
    from requests as r
    left join due as d on d.from_at = r.received_at
),
counted as (
    select *, received_at > kind_known_until - interval 365 days as is_recent,
        due_at <= known_until as is_due
    from dated
    where not is_left_out
),
periods as (
    select *,
        case when item_kind = 'ticket' then 'week' else 'month' end as period,
        case when item_kind = 'ticket' then date_trunc('week', day) else date_trunc('month', day) end::date as from_day
    from counted
),
period_ends as (
    select item_kind, period, from_day,
        case when period = 'week' then from_day + interval 6 days else from_day + interval 1 month - interval 1 day end::date as to_day
    from (
        select item_kind, period, unnest(generate_series(min(from_day), max(timezone($timezone, kind_known_until)::date),
            case when period = 'week' then interval 7 days else interval 1 month end))::date as from_day
        from periods
        group by item_kind, period
    )
),
points as (
    select e.item_kind, e.period, e.from_day, e.to_day,
        count(p.received_at)::integer as n, count(*) filter (p.is_in_time)::integer as hits,
        coalesce(bool_and(p.is_due), true)
            and timezone($timezone, (e.to_day + interval 1 day)::timestamp) <= max(k.kind_known_until) as is_complete
    from period_ends as e
    join (select item_kind, max(kind_known_until) as kind_known_until from counted group by item_kind) as k on k.item_kind = e.item_kind
    left join periods as p on p.item_kind = e.item_kind and p.from_day = e.from_day
    group by e.item_kind, e.period, e.from_day, e.to_day
),
last_complete as (
    select *
    from points
    where is_complete and n > 0
    qualify row_number() over (partition by item_kind order by from_day desc) = 1
),
recent as (
    select item_kind, (timezone($timezone, max(kind_known_until)) - interval 365 days)::date + 1 as from_day,
        timezone($timezone, max(kind_known_until))::date as to_day
    from counted
    group by item_kind
),
timed as (
    select *, unnest(['elapsed', 'business']) as clock,
        unnest([
            case when acknowledged_at is null then age_minutes else acknowledge_minutes end,
            case when acknowledged_at is null then age_business_minutes else acknowledge_business_minutes end
        ]) as clocked
    from counted
),
observed as (
    select *, clocked as minutes, acknowledged_at is not null as is_event
    from timed
    where clocked is not null and is_recent
),
overall as (select item_kind || '/' || clock as grp, minutes, is_event from observed),
curve as (select * from kaplan_meier(overall)),
quantiles as (
    select 'median' as id, * from kaplan_meier_quantile(overall, 0.5)
    union all
    select 'p90' as id, * from kaplan_meier_quantile(overall, 0.9) where n >= 50
),
waiting as (
    select item_kind, clock, count(*) filter (acknowledged_at is null and is_open)::integer as items,
        max(case when clock = 'elapsed' then age_minutes else age_business_minutes end) filter (acknowledged_at is null and is_open) as oldest
    from timed
    group by item_kind, clock
),
sliced as (
    select *, unnest([
        {dimension: 'service', key: service}, {dimension: 'priority', key: priority}, {dimension: 'team', key: team},
        {dimension: 'category', key: category}, {dimension: 'department', key: department}
    ]) as slice
    from timed
    where is_recent
),
slices as (
    select item_kind, slice.dimension as dimension, coalesce(slice.key, '') as key, clock,
        count(*)::integer as items,
        count(*) filter (is_due)::integer as due, count(*) filter (is_due and is_in_time)::integer as hits,
        count(*) filter (acknowledged_at is null and is_open)::integer as waiting
    from sliced
    group by item_kind, slice.dimension, coalesce(slice.key, ''), clock
),
slice_observations as (
    select concat_ws('/', item_kind, slice.dimension, clock, coalesce(slice.key, '')) as grp, clocked as minutes, acknowledged_at is not null as is_event
    from sliced
    where clocked is not null
),
slice_medians as (
    select s.item_kind, s.dimension, s.key, s.clock, q.minutes, q.is_at_least, q.n, q.low, q.high
    from slices as s
    join kaplan_meier_quantile(slice_observations, 0.5) as q on q.grp = concat_ws('/', s.item_kind, s.dimension, s.clock, s.key)
),
figures as (
    select 'headline' as part, 'within' as id, item_kind, null as clock, 'share' as unit, hits / n as value, n,
        wilson_low(hits, n) as low, wilson_high(hits, n) as high, false as is_at_least, from_day, to_day
    from last_complete
    where item_kind = case when exists (from last_complete where item_kind = 'escalation') then 'escalation' else 'ticket' end
    union all by name
    select 'figure' as part, 'within' as id, item_kind, 'share' as unit, hits / n as value, n,
        wilson_low(hits, n) as low, wilson_high(hits, n) as high, false as is_at_least, from_day, to_day
    from last_complete
    union all by name
    select 'figure' as part, q.id, r.item_kind, split_part(q.grp, '/', 2) as clock, 'minutes' as unit,
        q.minutes as value, q.n, q.low, q.high, q.is_at_least, r.from_day, r.to_day
    from quantiles as q
    join recent as r on r.item_kind = split_part(q.grp, '/', 1)
    union all by name
    select 'figure' as part, 'waiting_now' as id, item_kind, 'items' as unit, items as value, items as n, false as is_at_least
    from waiting
    where clock = 'elapsed'
    union all by name
    select 'figure' as part, 'oldest_wait' as id, item_kind, clock, 'minutes' as unit, oldest as value, items as n, false as is_at_least
    from waiting
    where oldest is not null
    union all by name
    select 'figure' as part, unnest(['items', 'left_out', 'negative', 'date_only', 'first_seen_under_way']) as id, item_kind, 'items' as unit,
        unnest([count(*) filter (not is_left_out), count(*) filter (is_left_out),
            count(*) filter (list_contains(flags, 'negative_acknowledge')), count(*) filter (list_contains(flags, 'date_only')),
            count(*) filter (list_contains(flags, 'first_seen_under_way'))]) as value,
        count(*)::integer as n, false as is_at_least
    from dated
    group by item_kind
),
steps as (
    select *, row_number() over (partition by grp order by minutes) as place, count(*) over (partition by grp) as places
    from curve
)
select part, id, item_kind, clock, unit, null::varchar as of, null::varchar as key, null::varchar as label, null::varchar as col,
    null::varchar as period, from_day::varchar as from_day, to_day::varchar as to_day, null::double as minutes, value::double as value, null::varchar as words,
    n, low, high, null::boolean as is_complete, is_at_least, 0 as place
from figures
union all by name
select 'point' as part, 'within' as id, item_kind, 'share' as unit, period, from_day::varchar as from_day, to_day::varchar as to_day,
    share(hits, n) as value, n, wilson_low(hits, n) as low, wilson_high(hits, n) as high, is_complete, epoch(from_day)::bigint as place
from points
union all by name
-- the first and last step of the curve and about 120 between
select 'step' as part, 'done_by' as id, r.item_kind, split_part(grp, '/', 2) as clock, 'share' as unit,
    r.from_day::varchar as from_day, r.to_day::varchar as to_day,
    minutes, 1 - survival as value, max(n) over (partition by grp)::integer as n, 1 - high as low, 1 - low as high, place
from steps
join recent as r on r.item_kind = split_part(grp, '/', 1)
qualify place in (1, places) or floor(place * 120 / places) <> floor((place - 1) * 120 / places)
union all by name
select 'cell' as part, 'by_' || dimension as id, r.item_kind, unnest(['items', 'share', 'items']) as unit, dimension as of, key,
    r.from_day::varchar as from_day, r.to_day::varchar as to_day,
    unnest(['items', 'within', 'waiting_now']) as col, unnest([items, share(hits, due), waiting])::double as value, items as n, -items as place
from slices as s
join recent as r on r.item_kind = s.item_kind
where clock = 'elapsed'
union all by name
select 'cell' as part, 'by_' || m.dimension as id, m.item_kind, m.clock, 'minutes' as unit, m.dimension as of, m.key,
    case when m.clock = 'elapsed' then 'median' else 'median_business' end as col,
    r.from_day::varchar as from_day, r.to_day::varchar as to_day,
    case when m.n >= 5 and not m.is_at_least then m.minutes end as value, s.items as n, -s.items as place
from slice_medians as m
join recent as r on r.item_kind = m.item_kind
join slices as s on s.item_kind = m.item_kind and s.dimension = m.dimension and s.key = m.key and s.clock = m.clock
order by part, id, item_kind, clock, place, of, key, col, minutes
