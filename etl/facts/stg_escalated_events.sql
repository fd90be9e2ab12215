-- Escalations that a flag on a ticket tells of (`escalated_when`): each lives on the ticket's later events, from the
-- first state on which the condition holds. Another begins only after the condition was false and this one done.
with recursive flagged as (
    select s.source, s.source_rank, s.item_id, s.file_id, s.record, s.position, s.is_escalated,
        coalesce(s.escalated_at, s.occurred_at) as occurred_at,
        s.occurred_at_earliest, s.is_day and s.escalated_at is null as is_day, s.owner, s.team, s.status,
        s.status in ('resolved', 'closed', 'cancelled') as is_done
    from stg_states as s
    join dim_sources as d on d.source = s.source
    where d.has_escalated_when and s.item_kind = 'ticket'
),
placed as (
    select *,
        min(position) filter (not is_escalated) over later as next_false,
        min(position) filter (is_done) over later as next_done,
        min(position) filter (is_escalated and not is_done) over later as next_escalated
    from flagged
    window later as (partition by source, item_id order by position rows between 1 following and unbounded following)
),
starts as (
    select source, item_id, 1 as nth, min(position) as position
    from placed
    where is_escalated
    group by source, item_id
    union all
    select s.source, s.item_id, s.nth + 1, ready.next_escalated
    from starts as s
    join placed as p on p.source = s.source and p.item_id = s.item_id and p.position = s.position
    join placed as ready on ready.source = s.source and ready.item_id = s.item_id
        and p.next_false is not null and p.next_done is not null
        and ready.position = greatest(p.next_false, p.next_done)
    where ready.next_escalated is not null
),
spans as (
    select s.source, s.item_id, s.nth, s.item_id || '#' || s.nth as escalation_id, s.position as from_position,
        lead(s.position) over (partition by s.source, s.item_id order by s.nth) as until_position,
        p.occurred_at as from_at, lead(p.occurred_at) over (partition by s.source, s.item_id order by s.nth) as until_at,
        p.owner, p.team, p.status, p.is_done, p.is_day,
        case when p.is_day then p.occurred_at_earliest else p.occurred_at end as from_earliest_at, p.source_rank, p.file_id, p.record
    from starts as s
    join placed as p on p.source = s.source and p.item_id = s.item_id and p.position = s.position
),
beginnings as (
    select *, unnest(list_filter([
        {kind: 'received', place: 0},
        -- flagged only when it was done: it was received and done at once
        case when is_done then {kind: status, place: 5} end,
        case when owner is not null then {kind: 'assigned', place: 6} end,
        case when team is not null then {kind: 'team_changed', place: 7} end
    ], lambda beginning: beginning is not null)) as beginning
    from spans
)
select 'escalation' as item_kind, escalation_id as item_id, item_id as ticket_id, from_at as occurred_at, from_earliest_at as occurred_at_earliest,
    beginning.kind as kind, 'unknown' as actor_kind, null as actor, owner, team, case when beginning.place = 5 then status end as status, source, source_rank,
    file_id, record, from_position as position, beginning.place as place, false as is_first_sight, not is_day as is_timed,
    case when beginning.place = 5 then 'resolution' end as basis
from beginnings
union all by name
select 'escalation' as item_kind, s.escalation_id as item_id, s.item_id as ticket_id, e.occurred_at, e.occurred_at_earliest, e.kind,
    e.actor_kind, e.actor, e.owner, e.team, e.status, e.source, e.source_rank, e.file_id, e.record, e.position, e.place,
    e.is_first_sight, e.is_timed,
    coalesce(e.basis, case when e.actor_kind <> 'system' and e.kind in ('assigned', 'unassigned') then 'owner'
        when e.actor_kind <> 'system' and e.kind in ('status_changed', 'reopened') then 'status' end) as basis
from spans as s
join stg_events as e on e.source = s.source and e.item_id = s.item_id and e.item_kind = 'ticket'
where e.kind <> 'received'
    and case when e.position > 0 then e.position > s.from_position and (s.until_position is null or e.position < s.until_position)
        else e.occurred_at > s.from_at and (s.until_at is null or e.occurred_at < s.until_at) end
