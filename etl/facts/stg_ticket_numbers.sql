-- The ticket numbers in whatever an escalation or a correction names tickets with, as it is written or, where that finds
-- more, in upper case without blanks or hyphens inside.
with named as (
    select ticket_id as written from stg_records where item_kind = 'escalation' and ticket_id is not null
    union
    select value from dim_corrections where field = 'ticket_id' and value is not null
),
sought as (
    select written, regexp_extract_all(written, $ticket_pattern) as as_written,
        regexp_extract_all(upper(regexp_replace(written, '([A-Za-z])[\s-]+(\d)', '\1\2', 'g')), $ticket_pattern) as folded
    from named
)
select written, case when len(as_written) >= len(folded) then as_written else folded end as numbers
from sought
