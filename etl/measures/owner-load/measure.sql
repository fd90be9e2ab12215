-- How the open items lie on people and teams now, how old they are, and whether more arrive than leave.
with items as (
    select 'ticket' as item_kind, ticket_id as item_id, owner, team, opened_at as received_at, known_until, is_open from fct_tickets
    union all by name
    select 'escalation' as item_kind, escalation_id as item_id, owner, team, received_at, known_until, is_open from fct_escalations
),
late as (
    select ticket_id from fct_attainment where measure = 'resolution' and state = 'open_breached'
),
assumed as (
    select distinct item_kind, item_id from fct_ownership where is_assumed and to_at is null
),
open_items as (
    select i.*, minutes_between(i.received_at, i.known_until) / 1440 as age_days,
        i.item_kind = 'ticket' and i.item_id in (from late) as is_overdue,
        i.owner is null and a.item_id is not null as is_assumed
    from items as i
    left join assumed as a on a.item_kind = i.item_kind and a.item_id = i.item_id
    where i.is_open
),
kinds as (select distinct item_kind from items),
people as (
    select item_kind, owner, count(*)::integer as items
    from open_items
    where owner <> erased_person()
    group by item_kind, owner
),
-- what erased persons hold is owned, so it is part of the whole
owned as (select item_kind, count(*)::integer as items from open_items where owner is not null group by item_kind),
concentrated as (
    select p.*, sum(p.items) over (partition by p.item_kind order by p.items desc, p.owner) as so_far,
        row_number() over (partition by p.item_kind order by p.items desc, p.owner) as place, o.items as total
    from people as p
    join owned as o on o.item_kind = p.item_kind
),
top as (
    select item_kind, min(place) as people, min_by(so_far, place) / min(total) as held
    from concentrated
    where so_far > total / 2
    group by item_kind
),
spread as (
    select item_kind, count(*)::integer as people, sum(items)::integer as items, max(items)::integer as largest,
        gini(list(items)) as gini
    from people
    group by item_kind
),
totals as (
    select k.item_kind, count(o.item_kind)::integer as open_now, count(o.owner)::integer as owned_now,
        count(o.item_kind) filter (o.owner is null)::integer as unowned_now, count(o.item_kind) filter (o.is_assumed)::integer as assumed_now
    from kinds as k
    left join open_items as o on o.item_kind = k.item_kind
    group by k.item_kind
),
figures as (
    select 'headline' as part, 'open_now' as id, item_kind, 'items' as unit, open_now as value, open_now as n
    from totals where item_kind = case when exists (from totals where item_kind = 'ticket') then 'ticket' else 'escalation' end
    union all by name
    select 'figure' as part, unnest(['open_now', 'owned_now', 'unowned_now', 'assumed_now']) as id, item_kind, 'items' as unit,
        unnest([open_now, owned_now, unowned_now, assumed_now]) as value, open_now as n
    from totals
    union all by name
    select 'figure' as part, unnest(['people', 'largest', 'gini', 'top_people', 'top_share']) as id, s.item_kind,
        unnest(['people', 'items', 'index', 'people', 'share']) as unit,
        unnest([s.people::double, s.largest, s.gini, t.people, t.held]) as value, s.items as n
    from spread as s
    left join top as t on t.item_kind = s.item_kind
    where s.people >= 5
),
bands as (
    select unnest([
        {label: '1 item', least: 1, most: 1}, {label: '2 to 5', least: 2, most: 5}, {label: '6 to 10', least: 6, most: 10},
        {label: '11 to 20', least: 11, most: 20}, {label: '21 to 40', least: 21, most: 40}, {label: 'more than 40', least: 41, most: 1000000}
    ]) as band
),
distribution as (
    select s.item_kind, b.band.label as label, b.band.least as place, count(p.owner)::integer as people, coalesce(sum(p.items), 0)::integer as items
    from spread as s
    cross join bands as b
    left join people as p on p.item_kind = s.item_kind and p.items between b.band.least and b.band.most
    where s.people >= 5
    group by s.item_kind, b.band.label, b.band.least
),
ages as (
    select k.item_kind, b.label, b.at_least_days as place, count(o.item_kind)::integer as open_now
    from kinds as k
    cross join age_bands() as b
    left join open_items as o on o.item_kind = k.item_kind and o.age_days >= b.at_least_days and o.age_days < b.under_days
    group by k.item_kind, b.label, b.at_least_days
),
team_open as (
    select o.item_kind, coalesce(n.shown_as, '') as key,
        count(*)::integer as open_now, count(*) filter (o.owner is null)::integer as unowned_now,
        count(*) filter (o.is_overdue)::integer as overdue,
        count(*) filter (o.age_days > 7)::integer as older_than_7_days, count(*) filter (o.age_days > 28)::integer as older_than_28_days
    from open_items as o
    left join dim_teams as n on n.team = o.team
    group by all
),
team_flow as (
    select b.item_kind, coalesce(n.shown_as, '') as key,
        sum(b.arrived + b.reopened + b.transferred_in)::integer as arrived_28_days,
        sum(b.closed + b.transferred_out)::integer as departed_28_days,
        sum(b.transferred_in)::integer as transferred_in_28_days, sum(b.transferred_out)::integer as transferred_out_28_days
    from fct_backlog as b
    left join dim_teams as n on n.team = b.team
    where b.day > (select max(day) from fct_backlog) - 28
    group by all
),
teams as (
    select coalesce(o.item_kind, f.item_kind) as item_kind, coalesce(o.key, f.key) as key,
        coalesce(o.open_now, 0) as open_now, coalesce(o.unowned_now, 0) as unowned_now,
        coalesce(o.older_than_7_days, 0) as older_than_7_days, coalesce(o.older_than_28_days, 0) as older_than_28_days,
        coalesce(f.arrived_28_days, 0) as arrived_28_days, coalesce(f.departed_28_days, 0) as departed_28_days,
        coalesce(f.transferred_in_28_days, 0) as transferred_in_28_days, coalesce(f.transferred_out_28_days, 0) as transferred_out_28_days,
        -- where no ticket has a target none can be past it
        case when exists (from fct_attainment where measure = 'resolution' and due_at is not null) then coalesce(o.overdue, 0) end as overdue
    from team_open as o
    full join team_flow as f on f.item_kind = o.item_kind and f.key = o.key
    where coalesce(o.open_now, 0) + coalesce(f.arrived_28_days, 0) + coalesce(f.departed_28_days, 0) > 0
),
team_columns as (
    select item_kind, key, open_now,
        unnest(['open_now', 'unowned_now', 'overdue', 'older_than_7_days', 'older_than_28_days', 'arrived_28_days', 'departed_28_days',
            'transferred_in_28_days', 'transferred_out_28_days']) as col,
        unnest([open_now, unowned_now, overdue, older_than_7_days, older_than_28_days, arrived_28_days, departed_28_days,
            transferred_in_28_days, transferred_out_28_days]) as value
    from teams
),
weeks as (
    select item_kind, date_trunc('week', day)::date as from_day,
        sum(arrived + reopened)::integer as arrived, sum(closed)::integer as departed, max(day) as last_day
    from fct_backlog
    group by item_kind, date_trunc('week', day)
),
open_at_ends as (
    select w.item_kind, w.from_day, sum(b.open_at_end)::integer as open_at_end
    from weeks as w
    join fct_backlog as b on b.item_kind = w.item_kind and b.day = w.last_day
    group by w.item_kind, w.from_day
),
weekly as (
    select w.item_kind, w.from_day,
        unnest(['arrived', 'departed', 'open_at_end']) as id, unnest([w.arrived, w.departed, o.open_at_end]) as value
    from weeks as w
    join open_at_ends as o on o.item_kind = w.item_kind and o.from_day = w.from_day
)
select part, id, item_kind, null::varchar as clock, unit, null::varchar as of, null::varchar as key, null::varchar as label, null::varchar as col,
    null::varchar as period, null::varchar as from_day, null::varchar as to_day, null::double as minutes, value::double as value, null::varchar as words,
    n, null::double as low, null::double as high, null::boolean as is_complete, false as is_at_least, 0 as place
from figures
where value is not null
union all by name
select 'point' as part, id, item_kind, 'items' as unit, 'week' as period, from_day::varchar as from_day, (from_day + 6)::varchar as to_day,
    value::double as value, value as n,
    timezone($timezone, (from_day + interval 7 days)::timestamp) <= $as_of::timestamptz as is_complete, epoch(from_day)::bigint as place
from weekly
union all by name
select 'cell' as part, 'distribution' as id, item_kind, unnest(['people', 'items']) as unit, 'load' as of, label as key,
    unnest(['people', 'items']) as col, unnest([people, items])::double as value, people as n, place
from distribution
union all by name
select 'cell' as part, 'by_age' as id, item_kind, 'items' as unit, 'age' as of, label as key, 'open_now' as col,
    open_now::double as value, open_now as n, place
from ages
union all by name
select 'cell' as part, 'by_team' as id, item_kind, 'items' as unit, 'team' as of, key, col,
    value::double as value, open_now as n, -open_now as place
from team_columns
-- escalations have no targets
where col <> 'overdue' or item_kind = 'ticket'
order by part, id, item_kind, place, key, col
