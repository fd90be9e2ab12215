-- Redirected as emergencies and after how long, and by which route they came. Of an escalation of which nobody wrote down
-- what became of it, that is settled at its end, or 28 days after its receipt: it then counts as not redirected.
with counted as (
    select e.escalation_id, e.received_at, e.outcome, e.route, i.received_day, i.done_at, i.known_until,
        i.age_minutes, i.age_business_minutes, i.flags
    from fct_escalations as e
    join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
    where not i.is_left_out
),
said as (
    select item_id as escalation_id, min(occurred_at) as redirected_at
    from fct_events
    where item_kind = 'escalation' and kind = 'redirected'
    group by item_id
),
redirected as (
    select c.*, coalesce(s.redirected_at, c.done_at) as redirected_at
    from counted as c
    left join said as s on s.escalation_id = c.escalation_id
    where c.outcome = 'redirected_emergency'
),
hours as (select * from dim_calendar where calendar = 'main'),
clocked as (
    select r.*,
        -- a day alone, or a first sight, is no time
        not list_has_any(r.flags, ['date_only', 'first_seen_under_way']) as is_timed,
        greatest(0, minutes_between(r.received_at, r.redirected_at)) as minutes,
        greatest(0, open_minutes_before(r.redirected_at, t.opens_at, t.closes_at, t.minutes_before)
            - open_minutes_before(r.received_at, f.opens_at, f.closes_at, f.minutes_before)) as business_minutes
    from redirected as r
    asof left join hours as f on r.received_at >= f.opens_at
    asof left join hours as t on r.redirected_at >= t.opens_at
)
select 'share' as part, 'redirected_emergency' as id, 'escalation' as item_kind, escalation_id as item_id, received_day as day,
    (outcome = 'redirected_emergency')::integer::double as hit,
    case when outcome = 'unknown' then coalesce(done_at, days_after(received_at, 28)) end as due_at,
    null::double as minutes, null::double as business_minutes, null::boolean as is_event
from counted
union all by name
select 'share' as part, 'route_' || r.route as id, 'escalation' as item_kind, c.escalation_id as item_id, c.received_day as day,
    (c.route = r.route)::integer::double as hit
from counted as c
cross join (select unnest(['mailbox', 'form', 'phone', 'chat', 'in_person', 'leadership', 'colleague']) as route) as r
union all by name
select 'time' as part, 'redirect' as id, 'escalation' as item_kind, escalation_id as item_id, received_day as day,
    case when not is_timed then null when redirected_at is null then age_minutes else minutes end as minutes,
    case when not is_timed then null when redirected_at is null then age_business_minutes else business_minutes end as business_minutes,
    redirected_at is not null as is_event
from clocked
