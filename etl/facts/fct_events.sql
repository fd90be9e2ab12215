-- One row for each thing that happened to a ticket or an escalation, all sources together. What two sources tell of
-- the same kind within a minute is one event, the first-named source's. What someone corrected stands above all.
with told as (
    select item_kind, item_id, occurred_at, occurred_at_earliest, kind, actor_kind, actor, owner, team, status, source,
        source_rank, source_rank as precedence, file_id, record, position, place, is_first_sight, is_timed, basis, is_assumed
    from stg_events
    where item_kind = 'ticket' and item_id not in (select item_id from stg_corrections)
    union all by name
    select *, source_rank as precedence
    from stg_joined_events
    where item_id not in (select item_id from stg_corrections)
    union all by name
    from stg_corrected_events
),
compared as (
    -- each trace of an escalation was received
    select *, not (told.item_kind = 'escalation' and told.kind = 'received') and exists (
        from told as other
        where other.item_kind = told.item_kind and other.item_id = told.item_id and other.kind = told.kind
            and other.precedence < told.precedence
            and abs(minutes_between(told.occurred_at, other.occurred_at)) <= 1
            -- a note may be what shows that someone had taken notice
            and (told.kind <> 'noted' or told.basis is null or other.basis is not null)
    ) as is_told_already
    from told
)
select item_kind, item_id, occurred_at, occurred_at_earliest, kind, actor_kind, actor, owner, team, status,
    source, file_id, record, is_first_sight, is_timed, basis, coalesce(is_assumed, false) as is_assumed,
    row_number() over (partition by item_kind, item_id order by occurred_at, source_rank, position, place)::integer as position
from compared
where not is_told_already
