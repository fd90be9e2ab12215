-- One row for each time that an item was missing from exports that hold items as they stand: when it was last seen, the
-- first and the last export that lacked it, and when it was seen again. One that may have been cut proves no absence,
-- nor does one with a record of which nobody knows whose it is; one that was set aside and has its id shows its item.
-- Of the same bytes that came several times running the first time counts.
with nameless as (
    select distinct file_id from stg_records where grain = 'item' and item_id is null
),
told_by_file as (
    select f.source, f.file_id, f.is_cut or f.file_id in (select file_id from nameless) as is_cut,
        unnest(f.export_times) as export_at
    from dim_files as f
    where f.source in (select source from dim_sources where coverage in ('all', 'open_only'))
),
exports as (
    select source, export_at, not bool_or(is_cut) as is_proof, list(file_id order by file_id) as files
    from told_by_file
    where export_at <= $as_of::timestamptz
    group by source, export_at
),
begun as (
    select *, files is not distinct from lag(files) over (partition by source order by export_at) as is_again
    from exports
),
numbered as (
    select source, export_at, is_proof,
        max(case when not is_again then export_at end) over (partition by source order by export_at) as first_told_at,
        sum(is_proof::integer) over (partition by source order by export_at) as proofs,
        sum(is_proof::integer) over (partition by source) as proofs_in_all
    from begun
    qualify count(*) over (partition by source) > 1
),
seen as (
    select distinct r.source, r.item_kind, r.item_id, n.export_at, n.first_told_at, n.is_proof, n.proofs, n.proofs_in_all
    from stg_records as r
    join told_by_file as t on t.source = r.source and t.file_id = r.file_id
    join numbered as n on n.source = t.source and n.export_at = t.export_at
    where r.grain = 'item' and r.item_id is not null
),
followed as (
    select *, lead(export_at) over in_turn as back_at,
        -- proofs before it was seen again
        coalesce(lead(proofs - is_proof::integer) over in_turn, proofs_in_all) as proofs_until
    from seen
    window in_turn as (partition by source, item_id order by export_at)
)
select f.source, f.item_kind, f.item_id, f.first_told_at as last_seen_at, first.export_at as missing_at,
    last.first_told_at as missing_until, f.back_at
from followed as f
join numbered as first on first.source = f.source and first.is_proof and first.proofs = f.proofs + 1
join numbered as last on last.source = f.source and last.is_proof and last.proofs = f.proofs_until
where f.proofs_until > f.proofs
