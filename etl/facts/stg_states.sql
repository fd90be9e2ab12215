-- What an item's status, owner and team were from a time on, as one source states it, beside what they were before.
-- Event grain: a row states what holds from its time. Item grain: a version of the row, first seen in one export,
-- was stated at its own updated_at, or by that export at the latest. Where exports hold what is open only, an item that
-- vanished was closed by the first export without it, and stands as it is told from the export that has it again.
with seen as (
    select r.* replace (
            coalesce(t.occurred_at, r.occurred_at) as occurred_at,
            coalesce(t.occurred_at_earliest, r.occurred_at) as occurred_earliest
        ), r.rowid as row, t.turn, v.version, v.verdict, v.export_before, v.told_before,
        v.is_alone and not exists (from stg_vanished as gone where gone.source = r.source and gone.item_id = r.item_id) as is_alone
    from stg_records as r
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record
    left join stg_event_times as t on t.file_id = r.file_id and t.record = r.record
    where (r.grain = 'event' and v.verdict = 'kept' and (r.message_id is null or r.begun_at <= $as_of::timestamptz)) or (r.grain = 'item' and v.verdict <> 'quarantined')
),
moments as (
    select source, item_id, last_seen_at as known_before, missing_at as export_at, true as is_gone
    from stg_vanished
    union all
    select source, item_id, missing_until, back_at, false
    from stg_vanished
    where back_at is not null
),
-- the item at such a moment: by the export of that time if it has it, else by the newest version before
absences as (
    select r.* replace (
            m.export_at as exported_at,
            case when not m.is_gone then r.updated_at end as updated_at,
            case when not m.is_gone then r.resolved_at end as resolved_at,
            case when not m.is_gone then r.closed_at end as closed_at,
            case when not m.is_gone then r.resolved_earliest end as resolved_earliest,
            case when not m.is_gone then r.closed_earliest end as closed_earliest
        ), r.rowid as row, v.version, v.verdict, false as is_alone, m.is_gone, true as is_apart, m.known_before
    from moments as m
    join dim_sources as s on s.source = m.source and s.coverage = 'open_only'
    join stg_records as r on r.source = m.source and r.item_id = m.item_id and r.exported_at <= m.export_at
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record and v.verdict <> 'quarantined'
    join dim_files as f on f.file_id = r.file_id
    qualify row_number() over (partition by m.source, m.item_id, m.export_at
        order by list_contains(f.export_times, m.export_at) desc, v.version desc) = 1
),
-- a version that repeats the one before it tells of no change, but of when the item was last as it was
versions as (
    select * exclude (export_before, told_before), false as is_gone,
        -- not so of two versions in one export, or of one that comes again later: by their own times alone
        export_before < exported_at as is_apart,
        case when export_before < exported_at then export_before else told_before end as known_before
    from seen
    where verdict <> 'duplicate'
        and not exists (from absences as a where a.source = seen.source and a.item_id = seen.item_id and a.exported_at = seen.exported_at)
    union all by name
    from absences
),
timed as (
    select v.* exclude (occurred_at, owner, team),
        case
            when grain = 'event' then occurred_at
            when updated_at <= exported_at and (is_apart is not true or updated_at > known_before) then updated_at
            else exported_at
        end as occurred_at,
        case
            when grain = 'event' then occurred_earliest
            when known_before is null then least(begun_earliest, coalesce(updated_at, exported_at))
            else least(known_before, exported_at)
        end as occurred_at_earliest,
        case when v.owner is null or p.is_shared then null else coalesce(p.person, v.owner) end as named_owner,
        coalesce(v.team, case when v.owner is not null and not s.is_owner_assumed then p.team end) as named_team,
        s.is_empty_unchanged, s.is_owner_assumed
    from versions as v
    join dim_sources as s on s.source = v.source
    left join dim_people as p on p.alias = fold_person(v.owner)
),
counted as not materialized (
    select *
    from timed
    where case when grain = 'event' then occurred_at else coalesce(updated_at, exported_at) end <= $as_of::timestamptz
),
-- sorted by themselves: to carry all columns along is slow
filled as (
    select row, exported_at, source, item_id, is_gone,
        case when is_gone and status is distinct from 'cancelled' then 'closed'
            else coalesce(last_value(status ignore nulls) over (w rows between unbounded preceding and current row), 'new') end as status_now,
        case when is_empty_unchanged then last_value(named_owner ignore nulls) over (w rows between unbounded preceding and current row)
            else named_owner end as owner_now,
        case when is_empty_unchanged then last_value(named_team ignore nulls) over (w rows between unbounded preceding and current row)
            else named_team end as team_now,
        row_number() over w as position
    from counted
    where not is_alone
    window w as (partition by source, item_id order by occurred_at, turn, source_order, exported_at, file_id, record)
),
followed as (
    select row, exported_at, status_now, owner_now, team_now, position,
        coalesce(lag(status_now) over w, 'new') as status_before, lag(owner_now) over w as owner_before, lag(team_now) over w as team_before
    from filled
    window w as (partition by source, item_id order by position)
    qualify not is_gone or status_now <> lag(status_now) over w
),
compared as (
    select c.*, f.* exclude (row, exported_at)
    from followed as f
    -- a record stands for its item once in an export
    join counted as c on c.row = f.row and c.exported_at = f.exported_at
    union all by name
    -- most items have one state, and nothing before it
    select *, coalesce(status, 'new') as status_now, named_owner as owner_now, named_team as team_now, 1 as position, 'new' as status_before
    from counted
    where is_alone
)
select item_kind, item_id, source, source_rank, grain, file_id, record, exported_at, position,
    occurred_at, occurred_at_earliest, grain = 'item' and position = 1 as is_first_sight,
    status_now::item_status as status, owner_now::word as owner, team_now::word as team,
    status_before::item_status as status_before, owner_before::word as owner_before, team_before::word as team_before,
    event, actor, is_day, is_escalated, escalated_at, is_owner_assumed,
    case
        when actor in (select actor from dim_system_actors) then 'system'
        when actor_kind is not null then actor_kind
        when actor is null then 'unknown'
        when actor = requester then 'requester'
        else 'staff'
    end::actor_kind as actor_kind,
    -- a time in the row itself says since when its status is so: when it was done, or, at first sight, taken notice of
    case when grain = 'item' then case
        when status_now = 'resolved' then resolved_at
        when status_now = 'closed' then coalesce(closed_at, resolved_at)
        when status_now = 'cancelled' then closed_at
        when status_now <> 'new' and position = 1 then least(acknowledged_at, first_response_at)
    end end as explained_at,
    case when grain = 'item' then case
        when status_now = 'resolved' then resolved_earliest
        when status_now = 'closed' then coalesce(closed_earliest, resolved_earliest)
        when status_now = 'cancelled' then closed_earliest
        when status_now <> 'new' and position = 1 then least(acknowledged_earliest, first_response_earliest)
    end end as explained_earliest,
    -- the columns of the version that stands tell the same (`stg_events`)
    coalesce(grain = 'item' and verdict = 'kept' and case status_now when 'resolved' then resolved_at when 'closed' then closed_at end is not null, false) as is_told_by_columns
from compared
