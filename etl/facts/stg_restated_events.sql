-- All events of the items that someone corrected, with the newest status, owner and team that the item is said to have.
-- `turn` is their order.
with told as (
    select item_kind, item_id, occurred_at, occurred_at_earliest, kind, actor_kind, actor, owner, team, status, source,
        source_rank, file_id, record, position, place, is_first_sight, is_timed, basis, is_assumed
    from stg_events
    where item_kind = 'ticket' and item_id in (select item_id from stg_corrections)
    union all by name
    from stg_joined_events
    where item_id in (select item_id from stg_corrections)
),
in_turn as (
    select *, status is not null and kind in ('status_changed', 'resolved', 'closed', 'cancelled', 'reopened') as is_status,
        kind in ('assigned', 'unassigned') as is_owner,
        row_number() over (partition by item_kind, item_id order by occurred_at, source_rank, position, place) as turn
    from told
),
marked as (
    select e.*, c.said,
        c.said['status'] in ('resolved', 'closed', 'cancelled') as is_said_done,
        list_contains(c.fields, 'owner') as is_owner_said,
        coalesce(turn = max(turn) filter (is_status) over item, false) as is_last_status,
        coalesce(turn = max(turn) filter (is_owner) over item, false) as is_last_owner,
        coalesce(turn = max(turn) filter (kind = 'team_changed') over item, false) as is_last_team,
        turn = max(turn) over item as is_last,
        coalesce(bool_or(is_status) over item, false) as has_status,
        coalesce(bool_or(is_owner) over item, false) as has_owner,
        coalesce(bool_or(kind = 'team_changed') over item, false) as has_team,
        coalesce(arg_max(status in ('resolved', 'closed', 'cancelled'), turn) filter (is_status) over item, false) as was_last_done,
        lag(status) over (partition by e.item_kind, e.item_id, is_status order by turn) as status_before
    from in_turn as e
    join stg_corrections as c on c.item_id = e.item_id
    window item as (partition by e.item_kind, e.item_id)
),
-- an open item that is said to be done was what it was before: that is a change of its own
chosen as (
    select *,
        is_last_status and said['status'] is not null and not (is_said_done and not was_last_done) as is_status_mended,
        is_last_owner and is_owner_said as is_owner_mended,
        is_last_team and said['team'] is not null as is_team_mended,
        case when is_last then list_filter([
            case when said['status'] is not null and (not has_status or (is_said_done and not was_last_done)) then 'status' end,
            case when said['owner'] is not null and not has_owner then 'owner' end,
            case when said['team'] is not null and not has_team then 'team' end
        ], lambda field: field is not null) end as added
    from marked
),
changed as (
    select * replace (
            case when is_status_mended then said['status'] else status end as status,
            case when is_owner_mended then said['owner'] else owner end as owner,
            case when is_team_mended then said['team'] else team end as team
        ), is_status_mended or is_owner_mended or is_team_mended as is_corrected
    from chosen
    union all by name
    select * replace (
            case when addition = 'status' then said['status'] end as status,
            case when addition = 'owner' then said['owner'] else owner end as owner,
            case when addition = 'team' then said['team'] else team end as team,
            case addition when 'owner' then 'assigned' when 'team' then 'team_changed' else 'status_changed' end as kind,
            'staff' as actor_kind, null::varchar as actor,
            turn + list_position(['status', 'owner', 'team'], addition) as turn,
            addition = 'status' as is_status,
            addition = 'status' as is_status_mended,
            status as status_before,
            false as is_first_sight, false as is_timed, null::varchar as basis
        ) , true as is_corrected
    from (select *, unnest(added) as addition from chosen)
)
select item_kind, item_id, occurred_at, occurred_at_earliest, actor_kind, actor, owner, team, status, source, source_rank,
    file_id, record, turn, is_status, is_first_sight, is_timed, is_corrected, is_assumed and not is_owner_mended as is_assumed,
    case
        when is_owner_mended then case when owner is null then 'unassigned' else 'assigned' end
        when not is_status_mended then kind
        when status in ('resolved', 'closed', 'cancelled') then status
        when status_before in ('resolved', 'closed', 'cancelled') then 'reopened'
        else 'status_changed'
    end as kind,
    case
        when not is_status_mended then basis
        when status in ('resolved', 'closed', 'cancelled') then 'resolution'
        when status <> 'new' then 'status'
    end as basis
from changed
