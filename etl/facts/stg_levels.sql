-- The level of each ticket as it was when raised: the first priority that the first-named source states, or what someone
-- corrected it to. A change of mind is another version of a row: the first export that has it tells.
with told as (
    select item_id, priority, source_rank, exported_at as told_at, updated_at, null::double as source_order, exported_at, file_id, record
    from stg_records
    where item_kind = 'ticket' and grain = 'item' and fault is null
    union all by name
    select r.item_id, r.priority, r.source_rank, coalesce(t.occurred_at, r.occurred_at) as told_at, t.turn, r.source_order, r.exported_at, r.file_id, r.record
    from stg_records as r
    anti join (select file_id, record from stg_versions where verdict <> 'kept') as v on v.file_id = r.file_id and v.record = r.record
    left join stg_event_times as t on t.file_id = r.file_id and t.record = r.record
    where r.item_kind = 'ticket' and r.grain = 'event' and coalesce(t.occurred_at, r.occurred_at) <= $as_of::timestamptz
),
first_told as (
    select item_id,
        -- a hash, as to compare the text is slow, and it is only to be the same one every time
        arg_min(priority, {rank: source_rank, moment: told_at, updated: coalesce(updated_at, '-infinity'::timestamptz), turn: coalesce(turn, 0), place: coalesce(source_order, 0), exported: exported_at, file: hash(file_id::varchar), record: record}) as priority
    from told
    group by item_id
)
select f.item_id as ticket_id, coalesce(c.said['priority'], f.priority)::word as level
from first_told as f
left join stg_corrections as c on c.item_id = f.item_id
