-- One row a ticket or escalation: when it was received, acknowledged, owned and resolved, on both clocks, as of now.
with happened as (
    select e.item_kind, e.item_id, least($as_of::timestamptz, max(s.known_until)) as known_until,
        min(occurred_at) filter (kind = 'received') as received_at,
        arg_min(is_timed, position) filter (kind = 'received') as is_received_timed,
        min(occurred_at) filter (basis is not null) as acknowledged_at,
        arg_min(basis, position) filter (basis is not null) as acknowledged_basis,
        arg_min(is_timed, position) filter (basis is not null) as is_acknowledged_timed,
        min(position) filter (basis is not null) as acknowledged_position,
        arg_min(occurred_at_earliest, position) filter (basis is not null) as acknowledged_earliest_at,
        -- only known to have been between the two
        coalesce(arg_min(is_first_sight, position) filter (basis is not null), false) as is_acknowledged_bound,
        arg_max_null(team, position) filter (kind = 'team_changed') as team,
        count(*) filter (kind = 'reopened')::integer as reopen_count,
        bool_or(is_first_sight and kind not in ('team_changed', 'noted')) as is_first_seen_under_way
    from fct_events as e
    left join dim_sources as s on s.source = e.source
    group by e.item_kind, e.item_id
    having bool_or(s.source is not null)
),
stood as (
    select item_kind, item_id,
        max(status) filter (to_at is null) as status,
        min(from_at) filter (begins_resolved) as first_resolved_at,
        max(from_at) filter (begins_resolved) as last_resolved_at,
        arg_max({is_timed: is_timed, is_bound: is_bound, earliest_at: from_earliest_at},
            {began: from_at, ended: coalesce(to_at, 'infinity'::timestamptz)}) filter (begins_resolved) as resolution,
        max(from_at) filter (status in ('closed', 'cancelled') and to_at is null) as closed_at,
        case when bool_or(is_done and to_at is null) then coalesce(max(to_at) filter (not is_done), min(from_at)) end as done_since
    from fct_statuses
    group by item_kind, item_id
),
-- who owns it now; of a done item, who did when it was done, even if they have left since
owned as (
    select o.item_kind, o.item_id,
        max(o.owner) filter (o.to_at is null or (o.is_ended_by_leaving and o.to_at >= s.done_since)) as owner,
        min(o.from_at) as first_owned_at
    from fct_ownership as o
    left join stood as s on s.item_kind = o.item_kind and s.item_id = o.item_id
    where not o.is_assumed
    group by o.item_kind, o.item_id
),
-- most have one owner, who handed nothing on
of_several as (
    select item_kind, item_id from fct_ownership where not is_assumed group by item_kind, item_id having count(*) > 1
),
owners_in_turn as (
    select o.item_kind, o.item_id, o.owner, o.from_at, o.to_at
    from fct_ownership as o
    semi join of_several as s on s.item_kind = o.item_kind and s.item_id = o.item_id
    where not o.is_assumed
    qualify owner is distinct from lag(owner) over (partition by item_kind, item_id order by from_at, to_at nulls last, owner)
),
followed as (
    select item_kind, item_id, owner,
        lag(owner, 2) over (partition by item_kind, item_id order by from_at, to_at nulls last, owner) as owner_before_last
    from owners_in_turn
),
handed as (
    select item_kind, item_id, count(*)::integer - 1 as handoff_count, coalesce(bool_or(owner = owner_before_last), false) as is_returned
    from followed
    group by item_kind, item_id
),
reopened as (
    select e.item_kind, e.item_id, min(e.occurred_at) as reopened_at
    from fct_events as e
    join stood as s on s.item_kind = e.item_kind and s.item_id = e.item_id
    where e.kind = 'reopened' and e.occurred_at >= s.first_resolved_at
    group by e.item_kind, e.item_id
),
items as (
    select h.*, s.status, s.status not in ('resolved', 'closed', 'cancelled') as is_open,
        s.first_resolved_at, s.closed_at,
        case when s.status in ('resolved', 'closed') then s.last_resolved_at end as resolved_at,
        s.resolution.is_timed as is_resolved_timed, s.resolution.is_bound as is_resolved_bound, s.resolution.earliest_at as resolved_earliest_at,
        r.reopened_at, o.owner, o.first_owned_at, coalesce(n.handoff_count, 0) as handoff_count, coalesce(n.is_returned, false) as is_returned
    from happened as h
    join stood as s on s.item_kind = h.item_kind and s.item_id = h.item_id
    left join owned as o on o.item_kind = h.item_kind and o.item_id = h.item_id
    left join handed as n on n.item_kind = h.item_kind and n.item_id = h.item_id
    left join reopened as r on r.item_kind = h.item_kind and r.item_id = h.item_id
    where h.received_at is not null
),
hours as (
    select * from dim_calendar where calendar = 'main'
),
stretches as (
    select * from opened_last(hours)
),
clocked as (
    select i.*,
        greatest(0, minutes_between(i.received_at, i.acknowledged_at)) as elapsed_to_acknowledge,
        greatest(0, minutes_between(i.received_at, i.resolved_at)) as elapsed_to_resolve,
        open_minutes_before(i.received_at, r.opens_at, r.closes_at, r.minutes_before) as open_at_receipt,
        open_minutes_before(i.acknowledged_at, a.opens_at, a.closes_at, a.minutes_before) as open_at_acknowledgement,
        open_minutes_before(i.resolved_at, d.opens_at, d.closes_at, d.minutes_before) as open_at_resolution,
        open_minutes_before(i.known_until, k.opens_at, k.closes_at, k.minutes_before) as open_now
    from items as i
    left join stretches as r on utc_day(i.received_at) = r.utc_day and i.received_at >= r.opens_at and i.received_at < r.next_opens_at
    left join stretches as a on utc_day(i.acknowledged_at) = a.utc_day and i.acknowledged_at >= a.opens_at and i.acknowledged_at < a.next_opens_at
    left join stretches as d on utc_day(i.resolved_at) = d.utc_day and i.resolved_at >= d.opens_at and i.resolved_at < d.next_opens_at
    left join stretches as k on utc_day(i.known_until) = k.utc_day and i.known_until >= k.opens_at and i.known_until < k.next_opens_at
)
select item_kind, item_id, received_at, acknowledged_at, acknowledged_earliest_at, is_acknowledged_bound, acknowledged_basis, acknowledged_position,
    not is_acknowledged_timed and not is_acknowledged_bound as is_acknowledged_on_a_day,
    case when is_received_timed and is_acknowledged_timed then elapsed_to_acknowledge end as acknowledge_minutes,
    case when is_received_timed and is_acknowledged_timed and acknowledged_at is not null
        then greatest(0, open_at_acknowledgement - open_at_receipt) end as acknowledge_business_minutes,
    first_owned_at, first_resolved_at, reopened_at, resolved_at,
    case when resolved_at is not null then resolved_earliest_at end as resolved_earliest_at,
    resolved_at is not null and is_resolved_bound as is_resolved_bound,
    case when is_received_timed and is_resolved_timed and resolved_at is not null then elapsed_to_resolve end as resolve_minutes,
    case when is_received_timed and is_resolved_timed and resolved_at is not null
        then greatest(0, open_at_resolution - open_at_receipt) end as resolve_business_minutes,
    closed_at, status, is_open, known_until,
    case when is_received_timed then greatest(0, minutes_between(received_at, known_until)) end as age_minutes,
    case when is_received_timed then greatest(0, open_now - open_at_receipt) end as age_business_minutes,
    team, owner, reopen_count, handoff_count, is_returned, is_first_seen_under_way, is_received_timed,
    acknowledged_at < received_at and is_received_timed and is_acknowledged_timed as is_negative_acknowledge,
    resolved_at < received_at and is_received_timed and is_resolved_timed as is_negative_resolve
from clocked
