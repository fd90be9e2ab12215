-- Everything that happened, as each source tells it. From two successive states: what changed between them. From a
-- row's own time columns: what they name.
with standing as (
    select r.* replace (coalesce(t.occurred_at, r.occurred_at) as occurred_at),
        {moment: coalesce(t.occurred_at, r.occurred_at), turn: t.turn, place: r.source_order, exported: r.exported_at, file: r.file_id, record: r.record} as turn
    from stg_records as r
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record
    left join stg_event_times as t on t.file_id = r.file_id and t.record = r.record
    where v.verdict = 'kept'
),
latest as (
    select item_kind, item_id, source, source_rank, grain, file_id, record, requester, begun_at, begun_earliest,
        acknowledged_at, acknowledged_earliest, first_response_at, first_response_earliest,
        first_resolved_at, first_resolved_earliest, resolved_at, resolved_earliest, closed_at, closed_earliest
    from standing
    where grain = 'item'
    union all by name
    select item_kind, item_id, source, source_rank, grain, arg_min({file: file_id, record: record}, turn).file as file_id,
        arg_min({file: file_id, record: record}, turn).record as record, arg_min(requester, turn) as requester,
        arg_min({latest: begun_at, earliest: begun_earliest}, turn) filter (begun_at is not null).latest as begun_at,
        arg_min({latest: begun_at, earliest: begun_earliest}, turn) filter (begun_at is not null).earliest as begun_earliest,
        min(acknowledged_at) filter (occurred_at <= $as_of::timestamptz) as acknowledged_at,
        min(acknowledged_earliest) filter (occurred_at <= $as_of::timestamptz) as acknowledged_earliest,
        min(first_response_at) filter (occurred_at <= $as_of::timestamptz) as first_response_at,
        min(first_response_earliest) filter (occurred_at <= $as_of::timestamptz) as first_response_earliest
    from standing
    where grain = 'event'
    group by item_kind, item_id, source, source_rank, grain
),
named as (
    select item_kind, item_id, source, source_rank, file_id, record, requester,
        unnest([
            {kind: 'received', moment: begun_at, earliest: begun_earliest, place: 0},
            {kind: 'acknowledged', moment: acknowledged_at, earliest: acknowledged_earliest, place: 1},
            {kind: 'updated', moment: first_response_at, earliest: first_response_earliest, place: 2},
            -- resolved once before: it was reopened at some time between
            {kind: 'reopened', moment: case when first_resolved_at < resolved_at then resolved_at end, earliest: first_resolved_at, place: 3},
            {kind: 'resolved', moment: first_resolved_at, earliest: first_resolved_earliest, place: 4},
            {kind: 'resolved', moment: resolved_at, earliest: resolved_earliest, place: 4},
            {kind: 'closed', moment: closed_at, earliest: closed_earliest, place: 5}
        ]) as happening
    from latest
),
from_columns as (
    select item_kind, item_id, happening.moment as occurred_at, happening.earliest as occurred_at_earliest,
        happening.kind as kind, case when happening.kind = 'received' then 'requester' else 'staff' end as actor_kind,
        case when happening.kind = 'received' then requester end as actor,
        null::word as owner, null::word as team,
        case when happening.kind in ('resolved', 'closed') then happening.kind when happening.kind = 'reopened' then 'in_progress' end as status,
        source, source_rank, file_id, record, 0 as position, happening.place as place, false as is_first_sight, true as is_dated,
        happening.moment <> happening.earliest as is_day
    from named
    where happening.moment is not null
),
begun as (
    select source, item_id, item_kind, source_rank, min(occurred_at) as occurred_at,
        arg_min(occurred_at_earliest, position) as occurred_at_earliest, arg_min(is_day, position) as is_day,
        arg_min(file_id, position) as file_id, arg_min(record, position) as record
    from stg_states as s
    where not exists (from from_columns as c where c.source = s.source and c.item_id = s.item_id and c.kind = 'received')
    group by all
),
changes as (
    select *,
        unnest(list_filter([
            case when event is not null then {kind: event, place: 1} end,
            case when status <> status_before and not is_told_by_columns then {kind: case
                when status = 'cancelled' then 'cancelled'
                when status = 'resolved' then 'resolved'
                when status = 'closed' then 'closed'
                when status_before in ('resolved', 'closed', 'cancelled') then 'reopened'
                else 'status_changed' end, place: 5} end,
            case when owner is distinct from owner_before then {kind: case when owner is null then 'unassigned' else 'assigned' end, place: 6} end,
            case when team is distinct from team_before then {kind: 'team_changed', place: 7} end,
            case when event is null and position > 1 and status = status_before
                and owner is not distinct from owner_before and team is not distinct from team_before then {kind: 'noted', place: 8} end
        ], lambda change: change is not null)) as change
    from stg_states
),
from_states as (
    select item_kind, item_id,
        case when change.place = 5 and explained_at is not null then explained_at else occurred_at end as occurred_at,
        case when change.place = 5 and explained_at is not null then explained_earliest else occurred_at_earliest end as occurred_at_earliest,
        change.kind as kind, actor_kind, actor, owner, team, status,
        source, source_rank, file_id, record, position, change.place as place,
        is_first_sight and not (change.place = 5 and explained_at is not null) as is_first_sight,
        change.place = 5 and explained_at is not null as is_dated,
        case when change.place = 5 and explained_at is not null then explained_at <> explained_earliest else is_day end as is_day,
        change.kind in ('assigned', 'unassigned') and is_owner_assumed as is_assumed
    from changes
),
everything as not materialized (
    select *, case when kind not in ('received', 'resolved', 'closed') then record end as own_record,
        case when kind not in ('received', 'resolved', 'closed') then file_id end as own_file,
        hash(source, item_id, kind, occurred_at, own_record, own_file) as likeness
    from (
        from from_columns
        union all by name
        select item_kind, item_id, occurred_at, occurred_at_earliest, 'received' as kind, 'requester' as actor_kind,
            null as actor, null as owner, null as team, null as status, source, source_rank, file_id, record,
            0 as position, 0 as place, false as is_first_sight, false as is_dated, is_day
        from begun
        union all by name
        from from_states
    )
    where occurred_at <= $as_of::timestamptz
),
-- few events are told twice: to sort all of them for that is slow
alike as (
    select likeness from everything group by likeness having count(*) > 1
),
told_once as (
    from everything where likeness not in (from alike)
    union all
    from everything
    where likeness in (from alike)
    qualify row_number() over (
        partition by source, item_id, kind, occurred_at, own_record, own_file
        order by is_dated, position, occurred_at_earliest, place) = 1
)
select item_kind::item_kind as item_kind, item_id, occurred_at, occurred_at_earliest, kind::event_kind as kind,
    actor_kind::actor_kind as actor_kind, actor, owner, team, status::item_status as status, source::source_name as source,
    source_rank, file_id, record, position, place, is_first_sight, is_dated, is_day, is_assumed,
    -- whether its time may enter a duration: a first sight or a day alone may not
    not is_first_sight and not is_day as is_timed,
    -- how the event shows that someone has taken notice; null where it does not
    case
        when actor_kind = 'system' then null
        when kind = 'acknowledged' then 'explicit'
        when kind = 'updated' and actor_kind <> 'requester' then 'reply'
        when kind in ('resolved', 'closed', 'cancelled') then 'resolution'
        when kind in ('status_changed', 'reopened') and status <> 'new' then 'status'
    end::notice_basis as basis
from told_once
