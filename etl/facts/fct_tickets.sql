-- One row a ticket.
select i.item_id as ticket_id,
    case when d.kind = 'request' then 'request' else 'incident' end as kind,
    i.received_at as opened_at, i.acknowledged_at, i.acknowledged_basis, i.acknowledge_minutes, i.acknowledge_business_minutes,
    i.first_owned_at, i.first_resolved_at, i.resolved_at, i.resolve_minutes, i.resolve_business_minutes, i.closed_at,
    i.status, i.is_open, i.known_until, i.age_minutes, i.age_business_minutes,
    d.priority, l.level, d.service, d.category, d.subcategory, d.item, d.department, d.place, i.team, i.owner, d.parent_id,
    coalesce(d.is_major, false) as is_major, d.problem, d.requester, i.reopen_count, i.handoff_count,
    o.is_always_owned, o.unowned_minutes, h.longest_silence_minutes, h.silence_now_minutes, d.satisfaction,
    case when not (i.is_negative_acknowledge or i.is_negative_resolve or i.is_first_seen_under_way) then coalesce(d.flags, [])
    else list_sort(list_filter(list_concat(coalesce(d.flags, []), [
        case when i.is_negative_acknowledge then 'negative_acknowledge' end,
        case when i.is_negative_resolve then 'negative_resolve' end,
        case when i.is_first_seen_under_way then 'first_seen_under_way' end
    ]), lambda flag: flag is not null)) end as flags
from fct_items as i
join stg_descriptions as d on d.item_kind = i.item_kind and d.item_id = i.item_id
left join fct_owned as o on o.item_kind = i.item_kind and o.item_id = i.item_id
left join fct_silences as h on h.item_kind = i.item_kind and h.item_id = i.item_id
left join stg_levels as l on l.ticket_id = i.item_id
where i.item_kind = 'ticket'
