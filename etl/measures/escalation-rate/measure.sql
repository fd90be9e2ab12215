-- Tickets with an escalation within so many days of their opening; how long after it the escalations came, those that
-- belong to no ticket, and what all were about and what came of them, in the last 365 days and the 365 before.
with escalated as (
    select e.ticket_id, min(i.received_at) as escalated_at
    from fct_escalation_tickets as e
    join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
    where e.is_matched and not i.is_left_out
    group by e.ticket_id
),
-- where nobody has escalated anything yet: up to when that would be known
telling as (
    select max(known_until) as known_until from dim_sources where item_kind = 'escalation' or has_escalated_when
),
known as (
    select coalesce(max(i.known_until), any_value(t.known_until)) as known_until
    from telling as t
    left join fct_all_items as i on i.item_kind = 'escalation'
),
tickets as (
    select t.item_id, t.received_day, days_after(t.received_at, $escalated_within_days) as due_at, e.escalated_at,
        k.known_until as escalations_known_until
    from fct_all_items as t
    cross join known as k
    left join escalated as e on e.ticket_id = t.item_id
    where t.item_kind = 'ticket' and not t.is_left_out
),
unmatched as (
    select count(*) filter (e.ticket_match <> 'matched') as items, count(*) as n
    from fct_escalations as e
    join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
    where not i.is_left_out and i.received_day > i.known_day - 365
),
first_tickets as (
    select escalation_id, arg_min(ticket_id, place) as ticket_id from fct_escalation_tickets where is_matched group by escalation_id
),
leads as (
    select i.item_id, i.received_day, t.received_at as opened_at, i.received_at, t.is_received_timed and e.is_received_timed as is_timed
    from fct_all_items as i
    join fct_items as e on e.item_kind = i.item_kind and e.item_id = i.item_id
    join first_tickets as f on f.escalation_id = i.item_id
    join fct_items as t on t.item_kind = 'ticket' and t.item_id = f.ticket_id
    where i.item_kind = 'escalation' and not i.is_left_out and t.received_at < i.received_at
),
hours as (select * from dim_calendar where calendar = 'main'),
clocked as (
    select l.*, minutes_between(l.opened_at, l.received_at) as minutes,
        open_minutes_before(l.received_at, t.opens_at, t.closes_at, t.minutes_before)
            - open_minutes_before(l.opened_at, f.opens_at, f.closes_at, f.minutes_before) as business_minutes
    from leads as l
    asof left join hours as f on l.opened_at >= f.opens_at
    asof left join hours as t on l.received_at >= t.opens_at
),
words as (
    select *
    from (values
        ('reasons', 'reason', 1, 'speed', 'speed'),
        ('reasons', 'reason', 2, 'quality', 'quality'),
        ('reasons', 'reason', 3, 'impact', 'impact on work'),
        ('reasons', 'reason', 4, 'several', 'several of these'),
        ('reasons', 'reason', 5, 'unknown', 'not recorded'),
        ('impacts', 'impact', 1, 'teaching', 'teaching'),
        ('impacts', 'impact', 2, 'research', 'research'),
        ('impacts', 'impact', 3, 'service_to_students', 'service to students'),
        ('impacts', 'impact', 4, 'administration', 'administration'),
        ('impacts', 'impact', 5, 'other', 'something else'),
        ('impacts', 'impact', 6, 'unknown', 'not recorded'),
        ('outcomes', 'outcome', 1, 'accepted', 'accepted'),
        ('outcomes', 'outcome', 2, 'declined', 'declined'),
        ('outcomes', 'outcome', 3, 'redirected_emergency', 'sent on to the phone as an emergency'),
        ('outcomes', 'outcome', 4, 'redirected_ticket', 'sent back to the ticket'),
        ('outcomes', 'outcome', 5, 'redirected_service', 'sent on to another service'),
        ('outcomes', 'outcome', 6, 'withdrawn', 'withdrawn'),
        ('outcomes', 'outcome', 7, 'duplicate', 'a duplicate'),
        ('outcomes', 'outcome', 8, 'unknown', 'still open, or not recorded')
    ) as w (id, of, place, key, label)
),
escalations as (
    select e.reason, coalesce(e.impact, 'unknown') as impact, e.outcome, e.status, i.is_left_out, i.received_day,
        max(i.known_day) over () as known_day, min(i.received_day) over () as first_day
    from fct_escalations as e
    join fct_all_items as i on i.item_kind = 'escalation' and i.item_id = e.escalation_id
),
said as (
    select received_day, known_day, first_day, unnest(['reasons', 'impacts', 'outcomes']) as id, unnest([reason, impact, outcome]) as key,
        -- what was cancelled without a word counts as withdrawn: nobody stated it
        unnest([reason <> 'unknown', impact <> 'unknown', outcome not in ('unknown', 'withdrawn') or (outcome = 'withdrawn' and status <> 'cancelled')]) as is_stated,
        unnest([not is_left_out, not is_left_out, true]) as is_counted
    from escalations
    where received_day > known_day - 730
),
by_word as (
    select w.id, w.of, w.place, w.key, w.label, s.known_day, (count(*) filter (s.received_day > s.known_day - 365))::integer as items,
        case when s.first_day <= s.known_day - 729 then (count(*) filter (s.received_day <= s.known_day - 365))::integer end as items_before
    from words as w
    join said as s on s.id = w.id and s.key = w.key
    where s.is_counted
    group by w.id, w.of, w.place, w.key, w.label, s.known_day, s.first_day
    qualify bool_or(bool_or(s.is_stated)) over (partition by w.id)
)
select 'share' as part, 'rate' as id, 'ticket' as item_kind, item_id, received_day as day,
    coalesce(escalated_at <= due_at, false)::integer::double as hit,
    -- settled once tickets and escalations are both known until then
    case when due_at <= escalations_known_until then due_at else 'infinity'::timestamptz end as due_at,
    null::varchar as unit, null::double as value, null::integer as n
from tickets
union all by name
select 'figure' as part, 'unmatched' as id, 'escalation' as item_kind, 'items' as unit, items::double as value, n::integer as n
from unmatched
union all by name
select 'time' as part, 'lead' as id, 'escalation' as item_kind, item_id, received_day as day, true as is_event,
    case when is_timed then minutes end as minutes, case when is_timed then business_minutes end as business_minutes
from clocked
union all by name
select 'cell' as part, id, 'escalation' as item_kind, 'items' as unit, of, key, label, (known_day - 364)::varchar as from_day, known_day::varchar as to_day,
    unnest(['items', 'items_before']) as col, unnest([items, items_before])::double as value, unnest([items, items_before]) as n, place
from by_word
where items > 0 or items_before > 0
