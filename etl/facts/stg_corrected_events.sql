-- The same events, with what is said of their times: when the item began, was acknowledged, and was last done.
-- `precedence` lets what was corrected stand where a source tells of the same within a minute.
with placed as (
    select e.*, c.begins, c.acknowledges, c.resolves, c.closes,
        is_status and turn > coalesce(max(turn) filter (is_status and status not in ('resolved', 'closed', 'cancelled')) over item, 0) as is_done_now,
        is_status and turn > coalesce(max(turn) filter (is_status and status not in ('closed', 'cancelled')) over item, 0) as is_closed_now,
        turn = max(turn) over item as is_last
    from stg_restated_events as e
    join stg_corrections as c on c.item_id = e.item_id
    window item as (partition by e.item_kind, e.item_id)
),
entered as (
    select *,
        is_done_now and turn = min(turn) filter (is_done_now) over item as begins_done,
        is_closed_now and turn = min(turn) filter (is_closed_now) over item as begins_closed,
        coalesce(bool_or(is_done_now) over item, false) as is_done,
        coalesce(bool_or(is_closed_now) over item, false) as is_closed
    from placed
    window item as (partition by item_kind, item_id)
),
moved as (
    select *,
        case
            when kind = 'received' and begins is not null then begins
            when begins_closed and closes is not null then closes
            when begins_done and resolves is not null then resolves
        end as said_to_be
    from entered
),
-- what follows an entry into done does so no earlier than it
timed as (
    select * replace (
            coalesce(said_to_be.latest, greatest(occurred_at, case when is_done_now then resolves.latest end, case when is_closed_now then closes.latest end)) as occurred_at,
            coalesce(said_to_be.earliest, occurred_at_earliest) as occurred_at_earliest,
            coalesce(said_to_be.is_timed, is_timed) as is_timed,
            is_first_sight and said_to_be is null as is_first_sight,
            is_corrected or said_to_be is not null as is_corrected,
            case when acknowledges is null then basis end as basis
        )
    from moved
),
-- between the time at which it was done and the one at which a source says so, it was not something else
left_over as (
    select *
    from timed
    where not (kind = 'acknowledged' and acknowledges is not null)
        and not coalesce(is_status and not is_done_now and occurred_at >= resolves.latest, false)
        and not coalesce(is_status and not is_closed_now and occurred_at >= closes.latest, false)
),
additions as (
    select *, unnest(list_filter([
        case when acknowledges is not null then {kind: 'acknowledged', status: null, moment: acknowledges, basis: 'explicit', place: 4} end,
        case when resolves is not null and not is_done then {kind: 'resolved', status: 'resolved', moment: resolves, basis: 'resolution', place: 5} end,
        case when closes is not null and not is_closed then {kind: 'closed', status: 'closed', moment: closes, basis: 'resolution', place: 6} end
    ], lambda addition: addition is not null)) as addition
    from timed
    where is_last
),
everything as (
    from left_over
    union all by name
    select * replace (
            addition.moment.latest as occurred_at, addition.moment.earliest as occurred_at_earliest, addition.kind as kind,
            addition.status as status, 'staff' as actor_kind, null::varchar as actor, turn + addition.place as turn,
            false as is_first_sight, addition.moment.is_timed as is_timed, true as is_corrected,
            case when acknowledges is null or addition.kind = 'acknowledged' then addition.basis end as basis
        )
    from additions
)
select item_kind, item_id, occurred_at, least(occurred_at_earliest, occurred_at) as occurred_at_earliest, kind, actor_kind, actor, owner, team, status,
    source, 0 as source_rank, case when is_corrected and kind <> 'received' then -1 else source_rank end as precedence,
    file_id, record, turn as position, 0 as place, is_first_sight, is_timed, basis, is_assumed
from everything
where occurred_at <= $as_of::timestamptz
