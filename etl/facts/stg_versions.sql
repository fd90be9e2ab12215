-- One row a record: what became of it. Of the versions of one thing (an event, or an item's state) the last stands;
-- one that repeats the version before it is a duplicate, an earlier one is superseded. A message is told by its id alone.
with sound as (
    select source, grain, file_id, record, exported_at, item_id, occurred_at, content, message_id, coalesce(updated_at, exported_at) as told_at,
        -- a row that does not say when it was updated was so when an earlier export last had it, at the least
        case when grain = 'item' then coalesce(updated_at, max(updated_at) over (
            partition by source, item_id order by exported_at, file_id, record rows between unbounded preceding and current row))
        end as stated_at,
        case when grain = 'event' and message_id is null then occurred_at end as moment,
        case when grain = 'event' and message_id is null then source_order end as place,
        case when grain = 'event' and message_id is null
            then row_number() over (partition by source, file_id, item_id, occurred_at, source_order order by record) end as nth
    from stg_records
    where fault is null
),
compared as (
    select *,
        coalesce(content = lag(content) over versions, false)
            and (message_id is null or occurred_at = lag(occurred_at) over versions) as is_duplicate,
        row_number() over versions as version,
        lag(exported_at) over versions as export_before, lag(told_at) over versions as told_before
    from sound
    window versions as (
        partition by source, item_id, message_id, moment, place, nth
        order by stated_at nulls first, exported_at, file_id, record)
),
placed as (
    select *,
        not is_duplicate and version = max(version) filter (not is_duplicate) over things as is_kept,
        grain = 'item' and count(*) over things = 1 as is_alone
    from compared
    window things as (
        partition by source, item_id, message_id, moment, place, nth)
)
select file_id, record, version, is_duplicate, is_alone,
    -- of an item's row: the export of the version before it, and when that was told
    case when grain = 'item' then export_before end as export_before, case when grain = 'item' then told_before end as told_before,
    case when is_kept then 'kept' when is_duplicate then 'duplicate' else 'superseded' end as verdict
from placed
union all by name
select file_id, record, null as version, false as is_duplicate, false as is_alone, 'quarantined' as verdict
from stg_records
where fault is not null
