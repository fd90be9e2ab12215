-- One row for each thing that happened to a ticket or an escalation, all sources together. What two sources tell of
-- the same kind within a minute is one event, the first-named source's. What someone corrected stands above all.
with told as not materialized (
    select item_kind, item_id, occurred_at, occurred_at_earliest, kind, actor_kind, actor, owner, team, status, source,
        source_rank, source_rank as precedence, file_id, record, position, place, is_first_sight, is_timed, basis, is_assumed,
        3 * rowid as event
    from stg_events
    where item_kind = 'ticket' and item_id not in (select item_id from stg_corrections)
    union all by name
    select *, source_rank as precedence, 3 * rowid + 1 as event
    from stg_joined_events
    where item_id not in (select item_id from stg_corrections)
    union all by name
    select *, 3 * rowid + 2 as event
    from stg_corrected_events
),
-- few items are told of by several sources
told_by_several as (
    select item_kind, item_id from told group by item_kind, item_id having min(precedence) <> max(precedence)
),
compared as (
    select t.* from told as t semi join told_by_several as s on s.item_kind = t.item_kind and s.item_id = t.item_id
),
told_already as (
    select event
    from compared
    -- each trace of an escalation was received
    where not (item_kind = 'escalation' and kind = 'received') and exists (
        from compared as other
        where other.item_kind = compared.item_kind and other.item_id = compared.item_id and other.kind = compared.kind
            and other.precedence < compared.precedence
            and abs(minutes_between(compared.occurred_at, other.occurred_at)) <= 1
            -- a note may be what shows that someone had taken notice
            and (compared.kind <> 'noted' or compared.basis is null or other.basis is not null)
    )
),
-- sorted by themselves: to carry all columns along is slow
in_turn as (
    select event, row_number() over (partition by item_kind, item_id order by occurred_at, source_rank, position, place)::integer as position
    from told
    where event not in (from told_already)
)
select t.item_kind::item_kind as item_kind, t.item_id, t.occurred_at, t.occurred_at_earliest, t.kind::event_kind as kind,
    t.actor_kind::actor_kind as actor_kind, t.actor, t.owner::word as owner, t.team::word as team, t.status::item_status as status, t.source::source_name as source,
    t.file_id, t.record, t.is_first_sight, t.is_timed, t.basis::notice_basis as basis, coalesce(t.is_assumed, false) as is_assumed, i.position
from told as t
join in_turn as i on i.event = t.event
