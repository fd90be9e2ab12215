-- severity: error
-- Every record of every landed file is kept, superseded, a duplicate or quarantined, and exactly once.
select f.file_id, f.records, count(v.record) as accounted
from dim_files as f
left join stg_versions as v on v.file_id = f.file_id
group by f.file_id, f.records
having count(v.record) <> f.records or count(distinct v.record) <> f.records
