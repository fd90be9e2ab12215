-- What became of the records that carry an id, file by file; of those that were set aside, each with its reason.
with told as (
    select coalesce(array_to_string(list_sort(f.names), ' = '), r.file_id) as file, r.record, r.fault, r.fault_column, v.verdict
    from stg_records as r
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record
    left join dim_files as f on f.file_id = r.file_id
    where list_contains($ids, r.item_id)
)
select file, verdict, fault, fault_column, count(*)::integer as records, min(record)::integer as first_record
from told
group by file, verdict, fault, fault_column, case when verdict = 'quarantined' then record end
order by file, first_record
