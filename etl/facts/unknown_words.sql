-- Each word of a column without a meaning once, with all its records and the first of them.
select u.source, u."column", u.word, sum(u.records)::integer as records, min({file_id: u.file_id, record: u.record}) as first
from stg_unknown_words as u
join dim_sources as s on s.source = u.source
group by u.source, u."column", u.word, s.source_rank
order by s.source_rank, list_position($columns, u."column"), u.word
