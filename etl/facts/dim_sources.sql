-- One row a configured source: what it tells of, and up to when it knows its items.
with configured as (
    select unnest(from_json($sources,
        '[{"source":"VARCHAR","source_rank":"INTEGER","item_kind":"VARCHAR","is_message":"BOOLEAN","coverage":"VARCHAR","is_empty_unchanged":"BOOLEAN","is_owner_assumed":"BOOLEAN","has_escalated_when":"BOOLEAN"}]'), recursive := true)
)
select c.source, c.source_rank, c.item_kind, c.is_message, c.coverage, c.is_empty_unchanged, c.is_owner_assumed, c.has_escalated_when,
    (select max(known_at) from dim_files as f where f.source = c.source) as known_until
from configured as c
