-- One ticket or escalation with what describes it; times in milliseconds.
with described as (
    select 'ticket' as item_kind, ticket_id as item_id, kind, priority, service, category, subcategory, item, department,
        place, team, parent_id, is_major, problem, satisfaction, flags
    from fct_tickets
    union all by name
    select 'escalation' as item_kind, escalation_id as item_id, epoch_ms(logged_at)::double as logged_at, closed_by, outcome,
        reason, impact, wanted, needed_by, route, repeat_of, priority, service, category, department, team, satisfaction, flags
    from fct_escalations
)
select i.item_kind, i.item_id, i.status, i.is_open, i.owner, d.team,
    epoch_ms(i.received_at)::double as received_at, i.is_received_timed,
    epoch_ms(i.acknowledged_at)::double as acknowledged_at, i.acknowledged_basis,
    i.acknowledge_minutes, i.acknowledge_business_minutes, i.is_negative_acknowledge,
    epoch_ms(i.first_owned_at)::double as first_owned_at,
    epoch_ms(i.first_resolved_at)::double as first_resolved_at,
    epoch_ms(i.resolved_at)::double as resolved_at,
    i.resolve_minutes, i.resolve_business_minutes, i.is_negative_resolve,
    epoch_ms(i.closed_at)::double as closed_at,
    epoch_ms(i.known_until)::double as known_until, i.age_minutes, i.age_business_minutes,
    i.reopen_count, i.handoff_count, i.is_first_seen_under_way,
    d.kind, d.priority, d.service, d.category, d.subcategory, d.item as category_item, d.department, d.place, d.parent_id,
    coalesce(d.is_major, false) as is_major, coalesce(p.is_major, false) as is_major_child, d.problem, d.satisfaction,
    d.logged_at, d.closed_by, d.outcome, d.reason, d.impact, d.wanted, d.needed_by::varchar as needed_by, d.route, d.repeat_of,
    r.label as issue, r.tickets as issue_tickets, r.trend_direction as issue_direction, r.called_on::varchar as issue_called_on, d.flags
from fct_items as i
join described as d on d.item_kind = i.item_kind and d.item_id = i.item_id
left join fct_tickets as p on p.ticket_id = d.parent_id
left join fct_recurring_members as m on m.ticket_id = i.item_id and i.item_kind = 'ticket'
left join fct_recurring as r on r.group_id = m.group_id
where i.item_kind = $item_kind and i.item_id = $item_id
