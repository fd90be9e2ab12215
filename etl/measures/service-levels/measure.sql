-- Response and resolution within the target in force when the ticket was raised; which have a target at all; by level.
with targeted as (
    select a.ticket_id, a.measure, a.level, a.due_at, a.done_at, a.state, i.received_day, i.known_until, i.known_day, i.sources
    from fct_attainment as a
    join fct_all_items as i on i.item_kind = 'ticket' and i.item_id = a.ticket_id
    where not i.is_left_out
),
-- the sources that ever told of an answer, or of an end: without one a ticket is neither answered in time nor late
telling as (
    select 'response' as measure, list(distinct source) as sources from fct_events where item_kind = 'ticket' and basis is not null
    union all
    select 'resolution', list(distinct source) from fct_events where item_kind = 'ticket' and kind in ('resolved', 'closed', 'cancelled')
),
year as (
    select (max(known_day) - 364)::varchar as from_day, max(known_day)::varchar as to_day
    from targeted
),
recent as (
    select t.ticket_id, t.measure, coalesce(t.level, '') as level, case
        when t.state in ('no_target', 'excluded') then null
        when t.state = 'unknown' or coalesce(not list_has_any(t.sources, s.sources), true) then 'unknown'
        when t.state in ('breached', 'open_breached') then 'missed'
        else t.state end as state
    from targeted as t
    join telling as s on s.measure = t.measure
    where t.received_day > t.known_day - 365
),
levels as (
    select level, count(distinct ticket_id) as tickets,
        count(*) filter (measure = 'response' and state = 'met') as response_met,
        count(*) filter (measure = 'response' and state = 'missed') as response_missed,
        count(*) filter (measure = 'response' and state = 'open_in_time') as response_open,
        count(*) filter (measure = 'response' and state = 'unknown') as response_unknown,
        count(*) filter (measure = 'resolution' and state = 'met') as resolution_met,
        count(*) filter (measure = 'resolution' and state = 'missed') as resolution_missed,
        count(*) filter (measure = 'resolution' and state = 'open_in_time') as resolution_open,
        count(*) filter (measure = 'resolution' and state = 'unknown') as resolution_unknown
    from recent
    group by level
),
-- of more than a tenth it cannot be told: then there is no share
attained as (
    select *,
        case when response_unknown <= 0.1 * (response_met + response_missed + response_unknown)
            then share(response_met, response_met + response_missed) end as response,
        case when resolution_unknown <= 0.1 * (resolution_met + resolution_missed + resolution_unknown)
            then share(resolution_met, resolution_met + resolution_missed) end as resolution
    from levels
)
select 'share' as part, measure as id, 'ticket' as item_kind, ticket_id as item_id, received_day as day,
    case state when 'met' then 1 when 'breached' then 0 when 'open_breached' then 0 end::double as hit,
    case when state in ('met', 'breached') then least(done_at, known_until) else due_at end as due_at,
    null::varchar as unit, null::varchar as of, null::varchar as key, null::varchar as col,
    null::double as value, null::integer as n, null::bigint as place, null::varchar as from_day, null::varchar as to_day
from targeted
where state in ('met', 'breached', 'open_breached', 'open_in_time', 'unknown')
union all by name
select 'share' as part, 'has_target' as id, 'ticket' as item_kind, ticket_id as item_id, any_value(received_day) as day,
    bool_or(state <> 'no_target')::integer::double as hit
from targeted
group by ticket_id
union all by name
select 'now' as part, 'late' as id, 'ticket' as item_kind, ticket_id as item_id, received_day as day, due_at as since_at
from targeted
where measure = 'resolution' and state = 'open_breached'
union all by name
select 'cell' as part, 'by_level' as id, 'ticket' as item_kind, 'level' as of, level as key, tickets::integer as n, -tickets::bigint as place, from_day, to_day,
    unnest(['items', 'share', 'share', 'items', 'items', 'items', 'items', 'items', 'items']) as unit,
    unnest(['tickets', 'response', 'resolution', 'response_met', 'response_missed', 'response_open', 'resolution_met', 'resolution_missed', 'resolution_open']) as col,
    unnest([tickets, response, resolution,
        response_met, response_missed, response_open, resolution_met, resolution_missed, resolution_open])::double as value
from attained, year
