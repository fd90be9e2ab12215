-- The items of which something may be told otherwise than in the last night: those that new files tell of, those with a
-- time after it, those that were ever missing from an export, and those that someone corrected. Escalations are joined
-- with one another, so all of them are, and the tickets that carry one.
select distinct item_kind, item_id
from (
    select item_kind, item_id
    from stg_records
    where item_kind = 'escalation' or is_escalated
        or file_id not in (select file_id::varchar::landed_file from last_files)
        or greatest(exported_at, occurred_at, earlier_reading_at, begun_at, logged_at, acknowledged_at, first_response_at,
            updated_at, first_resolved_at, resolved_at, closed_at, escalated_at) > $last_as_of::timestamptz
    union all
    select item_kind, item_id from stg_vanished
    union all
    select item_kind, item_id from last_vanished
    union all
    select 'ticket'::item_kind, item_id from dim_corrections
    union all
    -- a correction of an escalation is by its id, which a ticket may have as well
    select item_kind, item_id from stg_records where item_kind = 'ticket' and item_id in (select item_id from stg_records where item_kind = 'escalation')
)
