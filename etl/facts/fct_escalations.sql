-- One row an escalation. `is_only_mailbox`: nobody wrote it into the log; null unless there are both, mailbox and log.
with told_by as (
    select t.escalation_id, any_value(t.repeat_of) as repeat_of, bool_and(s.is_message) as is_mailbox
    from stg_joined_traces as t
    join dim_sources as s on s.source = t.source
    group by t.escalation_id
),
kept_beside_mailbox as (
    select bool_or(is_message) and bool_or(not is_message) as is_so from dim_sources where item_kind = 'escalation'
),
first_tickets as (
    select escalation_id, arg_min(ticket_id, {place: place, number: ticket_id}) as ticket_id, bool_or(is_matched) as is_matched
    from fct_escalation_tickets
    group by escalation_id
)
select i.item_id as escalation_id, i.received_at, d.logged_at, i.acknowledged_at, i.acknowledged_basis,
    i.acknowledge_minutes, i.acknowledge_business_minutes,
    v.investigated_at, v.investigated_basis,
    i.first_owned_at, i.resolved_at, i.resolve_minutes, i.resolve_business_minutes, i.closed_at,
    case when i.closed_at is null then null when d.closed_by in ('requester', 'staff', 'timeout') then d.closed_by else 'unknown' end as closed_by,
    i.status, i.is_open, i.known_until, i.age_minutes, i.age_business_minutes,
    case when d.outcome in ('accepted', 'declined', 'redirected_emergency', 'redirected_ticket', 'redirected_service', 'withdrawn', 'duplicate')
        then d.outcome when i.status = 'cancelled' then 'withdrawn' else 'unknown' end as outcome,
    case when d.reason in ('speed', 'quality', 'impact', 'several') then d.reason else 'unknown' end as reason,
    case when d.impact in ('teaching', 'research', 'service_to_students', 'administration') then d.impact
        when d.impact is not null then 'other' end as impact,
    case when d.wanted in ('fix', 'workaround', 'information', 'call_back') then d.wanted
        when d.wanted is not null then 'other' end as wanted,
    d.needed_by,
    case when d.route in ('mailbox', 'form', 'phone', 'chat', 'in_person', 'leadership', 'colleague') then d.route else 'unknown' end as route,
    f.ticket_id,
    case when f.ticket_id is null then 'missing' when f.is_matched then 'matched' else 'unmatched' end as ticket_match,
    o.repeat_of, case when (select is_so from kept_beside_mailbox) then o.is_mailbox end as is_only_mailbox,
    coalesce(d.service, t.service) as service, coalesce(d.category, t.category) as category,
    coalesce(d.department, t.department) as department, coalesce(d.priority, t.priority) as priority,
    coalesce(i.team, t.team) as team, i.owner,
    w.is_always_owned, w.unowned_minutes, h.longest_silence_minutes, h.silence_now_minutes, d.satisfaction, i.reopen_count, i.handoff_count,
    list_sort(list_filter(list_concat(coalesce(d.flags, []), [
        case when i.is_negative_acknowledge then 'negative_acknowledge' end,
        case when i.is_negative_resolve then 'negative_resolve' end,
        case when i.is_first_seen_under_way then 'first_seen_under_way' end
    ]), lambda flag: flag is not null)) as flags
from fct_items as i
left join stg_descriptions as d on d.item_kind = i.item_kind and d.item_id = i.item_id
left join fct_investigations as v on v.item_kind = i.item_kind and v.item_id = i.item_id
left join fct_owned as w on w.item_kind = i.item_kind and w.item_id = i.item_id
left join fct_silences as h on h.item_kind = i.item_kind and h.item_id = i.item_id
left join told_by as o on o.escalation_id = i.item_id
left join first_tickets as f on f.escalation_id = i.item_id
left join fct_tickets as t on t.ticket_id = f.ticket_id
where i.item_kind = 'escalation'
