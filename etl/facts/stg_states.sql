-- What an item's status, owner and team were from a time on, as one source states it, beside what they were before.
-- Event grain: a row states what holds from its time. Item grain: a version of the row, first seen in one export,
-- was stated at its own updated_at, or by that export at the latest.
with seen as (
    select r.*, v.version, v.verdict,
        lag(r.exported_at) over w as export_before,
        lag(r.file_id) over w = r.file_id as is_same_export
    from stg_records as r
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record
    where (r.grain = 'event' and v.verdict = 'kept') or (r.grain = 'item' and v.verdict <> 'quarantined')
    window w as (
        partition by r.source, r.item_id, case when r.grain = 'event' then r.record end, case when r.grain = 'event' then r.file_id end
        order by v.version)
),
-- a version that repeats the one before it tells of no change, but of when the item was last as it was
versions as (select * from seen where verdict <> 'duplicate'),
timed as (
    select v.* exclude (occurred_at, owner, team),
        case
            when grain = 'event' then occurred_at
            when updated_at <= exported_at and (export_before is null or is_same_export or updated_at > export_before) then updated_at
            else exported_at
        end as occurred_at,
        case
            when grain = 'event' then occurred_at
            when export_before is null then least(begun_earliest, coalesce(updated_at, exported_at))
            else export_before
        end as occurred_at_earliest,
        grain = 'item' and version = 1 as is_first_sight,
        case when v.owner is null or p.is_shared then null else coalesce(p.person, v.owner) end as named_owner,
        coalesce(v.team, case when v.owner is not null then p.team end) as named_team,
        s.is_empty_unchanged
    from versions as v
    join dim_sources as s on s.source = v.source
    left join dim_people as p on p.alias = lower(trim(regexp_replace(v.owner, '\s+', ' ', 'g')))
),
counted as (
    select *
    from timed
    where case when grain = 'event' then occurred_at else coalesce(updated_at, exported_at) end <= $as_of::timestamptz
),
filled as (
    select *,
        coalesce(last_value(status ignore nulls) over (w rows between unbounded preceding and current row), 'new') as status_now,
        case when is_empty_unchanged then last_value(named_owner ignore nulls) over (w rows between unbounded preceding and current row)
            else named_owner end as owner_now,
        case when is_empty_unchanged then last_value(named_team ignore nulls) over (w rows between unbounded preceding and current row)
            else named_team end as team_now,
        row_number() over w as position
    from counted
    window w as (partition by source, item_id order by occurred_at, source_order, exported_at, file_id, record)
)
select item_kind, item_id, source, source_rank, grain, file_id, record, exported_at, position,
    occurred_at, occurred_at_earliest, is_first_sight,
    status_now as status, owner_now as owner, team_now as team,
    coalesce(lag(status_now) over w, 'new') as status_before,
    lag(owner_now) over w as owner_before,
    lag(team_now) over w as team_before,
    event, actor, is_escalated, escalated_at, requester,
    case
        when actor is null then 'unknown'
        when actor in (select actor from dim_system_actors) then 'system'
        when actor = requester then 'requester'
        else 'staff'
    end as actor_kind,
    -- a closing time in the row itself says when it was done
    case when grain = 'item' then case status_now
        when 'resolved' then resolved_at
        when 'closed' then coalesce(closed_at, resolved_at)
        when 'cancelled' then closed_at
    end end as done_at
from filled
window w as (partition by source, item_id order by position)
