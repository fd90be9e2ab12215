-- When the events of an item took place, where the time of some is a day alone or a wall time of the hour that clocks
-- repeat: `turn` is their order by the order column, else by the file, the last that holds them. A day's event stands
-- before the next one of that day that has a time. Of the two meanings of a wall time the later is meant, as elsewhere,
-- unless what follows comes between them.
with unsure as (
    select distinct source, item_id
    from stg_records
    where fault is null and grain = 'event' and (is_day or earlier_reading_at is not null)
),
files as (
    select file_id, row_number() over (order by exported_at, file_id) as turn from dim_files
),
told as (
    select r.source, r.item_id, r.file_id, r.record, r.exported_at, r.message_id, r.source_order, r.occurred_at,
        r.occurred_earliest, r.earlier_reading_at, r.is_day, v.verdict,
        timezone(r.timezone, r.occurred_at)::date as local_day,
        -- its place in all files: as one number, as to compare more is slow
        f.turn * 4294967296 + r.record as place,
        case when r.message_id is null then r.occurred_at end as moment,
        case when r.message_id is null
            then row_number() over (partition by r.source, r.item_id, r.file_id, r.occurred_at, r.source_order order by r.record) end as nth
    from stg_records as r
    join unsure as u on u.source = r.source and u.item_id = r.item_id
    join files as f on f.file_id = r.file_id
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record
    where r.fault is null
),
written as (
    select *, max(place) over (
        partition by source, item_id, message_id, moment, case when message_id is null then source_order end, nth) as written_in
    from told
    qualify verdict = 'kept'
),
in_turn as (
    select *, row_number() over (partition by source, item_id order by source_order, written_in) as turn
    from written
),
compared as (
    select *, lead(occurred_at) over timed between earlier_reading_at and occurred_at - interval 1 microsecond as is_before_the_change
    from in_turn
    window timed as (partition by source, item_id, is_day order by turn)
),
understood as (
    select * replace (
            case when turn <= max(turn) filter (is_before_the_change) over (partition by source, item_id, local_day)
                then coalesce(earlier_reading_at, occurred_at) else occurred_at end as occurred_at
        )
    from compared
),
between_others as (
    select *,
        last_value(case when not is_day then occurred_at end ignore nulls) over (that_day rows between unbounded preceding and 1 preceding) as after_at,
        first_value(case when not is_day then occurred_at end ignore nulls) over (that_day rows between 1 following and unbounded following) as before_at
    from understood
    window that_day as (partition by source, item_id, local_day order by turn)
),
placed as (
    select *,
        -- a day that is known by an export ended, for what it tells, no later than the export
        case when is_day then least(coalesce(before_at, occurred_at), greatest(exported_at, occurred_earliest, after_at)) else occurred_at end as latest_at
    from between_others
)
select file_id, record, turn, latest_at as occurred_at,
    case when is_day then least(latest_at, greatest(occurred_earliest, after_at)) else latest_at end as occurred_at_earliest
from placed
