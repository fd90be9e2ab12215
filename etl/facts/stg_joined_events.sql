-- The events of escalations, under the escalation that their trace is one of. Of several traces the status, the owner and
-- the team are those of the first-named source that states them; what another says of them shows that something was done.
with told as (
    select item_id, occurred_at, occurred_at_earliest, kind, actor_kind, actor, owner, team, status, source, source_rank,
        file_id, record, position, place, is_first_sight, is_timed, basis, coalesce(is_assumed, false) as is_assumed
    from stg_events
    where item_kind = 'escalation'
    union all by name
    select item_id, occurred_at, occurred_at_earliest, kind, actor_kind, actor, owner, team, status, source, source_rank,
        file_id, record, position, place, is_first_sight, is_timed, basis, false as is_assumed
    from stg_escalated_events
),
placed as (
    select e.* exclude (item_id), coalesce(t.escalation_id, e.item_id) as item_id, coalesce(t.is_as_told, true) as is_as_told,
        t.is_further, t.is_status_taken, t.from_position, t.received_at, t.nth
    from told as e
    left join stg_joined_traces as t on t.source = e.source and t.item_id = e.item_id
        and e.position >= t.from_position and e.position < coalesce(t.until_position, 2147483647)
),
-- where a thread begins another escalation, who answers first in it owns it, even if they owned the one before
owned_still as (
    select p.* replace ('assigned' as kind, 6 as place, null as basis, s.is_owner_assumed as is_assumed)
    from placed as p
    join dim_sources as s on s.source = p.source
    where p.from_position > 0 and not p.is_further and p.owner is not null and p.kind in ('updated', 'assigned')
    qualify p.kind = 'updated' and p.position = min(p.position) over (partition by p.item_id, p.source)
        and not bool_or(p.kind = 'assigned') over (partition by p.item_id, p.source, p.position)
),
kinds_told as (
    select *,
        case
            when kind = 'received' and is_further then 'chased'
            when kind = 'chased' and position = from_position and from_position > 0 and not is_further then 'received'
            else kind
        end as kind_told,
        kind in ('status_changed', 'resolved', 'closed', 'cancelled', 'reopened') as is_status,
        kind in ('assigned', 'unassigned') and not is_assumed as is_owner,
        kind = 'team_changed' as is_team
    from (from placed where not is_as_told union all by name from owned_still)
),
believed as (
    select *,
        is_status and not is_status_taken
            or is_owner and source_rank > min(source_rank) filter (is_owner) over (partition by item_id)
            or is_team and source_rank > min(source_rank) filter (is_team) over (partition by item_id) as is_set_aside
    from kinds_told
),
-- how things stood when the trace began is no event, unless it shows that someone had taken notice
noted as (
    select *
    from believed
    where not is_set_aside or basis is not null or (occurred_at > received_at and not is_first_sight)
    qualify not is_set_aside or row_number() over (
        partition by item_id, source, is_set_aside, file_id, record, occurred_at order by basis is null, place, kind) = 1
)
select 'escalation' as item_kind, item_id, occurred_at, occurred_at_earliest, kind, actor_kind, actor, owner, team, status, source,
    source_rank, file_id, record, position, place, is_first_sight, is_timed, basis, is_assumed
from placed
where is_as_told
union all by name
select 'escalation' as item_kind, item_id, occurred_at, occurred_at_earliest, case when is_set_aside then 'noted' else kind_told end as kind,
    actor_kind, actor, owner, team, status, source, source_rank, file_id, record, position, place + 10 * nth as place,
    is_first_sight, is_timed, basis, is_assumed
from noted
