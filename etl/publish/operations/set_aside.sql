-- What was set aside, by file and reason: how many records, and the first of them. What they hold stays where it is.
with set_aside as (
    select coalesce(array_to_string(list_sort(f.names), ' = '), r.file_id) as file, r.file_id, r.source, r.fault as reason, r.record,
        r.fault_column,
        row_number() over (partition by r.file_id, r.fault order by r.record) as place,
        count(*) over (partition by r.file_id, r.fault)::integer as records
    from stg_records as r
    left join dim_files as f on f.file_id = r.file_id
    where r.fault is not null
)
select file, source, reason, records as count, list({record: record::integer, "column": fault_column} order by record) as listed
from set_aside
where place <= $most_listed
group by file_id, file, source, reason, records
order by file, reason, file_id
