-- What was set aside: where it stands, why, and what it holds, unless that is past retention. Of very many for one reason in one file, the first, and
-- how many more there are.
with set_aside as (
    select coalesce(array_to_string(list_sort(f.names), ' = '), r.file_id) as file, r.file_id, r.record, r.fault as reason,
        r.fault_column as "column", r.source, r.item_id as item, coalesce(r.cells, j.cells) as cells,
        row_number() over (partition by r.file_id, r.fault order by r.record) as place,
        count(*) over (partition by r.file_id, r.fault) as records
    from stg_records as r
    left join dim_files as f on f.file_id = r.file_id
    left join rejected as j on j.file_id = r.file_id and j.record = r.record
    where r.fault is not null
)
select harmless(file) as file, record, reason, "column", source, harmless(item) as item,
    case when place > getvariable('most_listed')
        then 'and ' || (records - place + 1) || ' more: landed/' || file_id || '.parquet holds them, or quarantine/rows/ what was set aside for its shape'
        when list_contains(getvariable('shown_files'), file_id) then harmless(cells) end as cells
from set_aside
where place <= getvariable('most_listed') + 1
order by file, record
