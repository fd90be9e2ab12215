-- The records of the items that are told of anew, and those of new files, whatever they are of.
select r.*
from stg_records as r
where r.item_kind = 'escalation' or r.file_id not in (select file_id::varchar::landed_file from last_files)
    or exists (from touched as t where t.item_kind = r.item_kind and t.item_id = r.item_id)
