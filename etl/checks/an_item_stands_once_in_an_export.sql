-- severity: warning
-- The same id on two rows of one export that lists items as they stand: the later row counts, and the other is superseded.
select source, file_id, item_id, list(record order by record) as records
from stg_records
where grain = 'item' and fault is null
group by source, file_id, item_id
having count(*) > 1 and count(distinct content) > 1
