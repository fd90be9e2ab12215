-- The tickets that an escalation names, in the order in which it names them. A number is sought as it is written, else
-- in upper case without blanks or hyphens inside.
with told as (
    select item_id as escalation_id, regexp_extract_all(ticket_reference, $ticket_pattern) as written,
        regexp_extract_all(upper(regexp_replace(ticket_reference, '([A-Za-z])[\s-]+(\d)', '\1\2', 'g')), $ticket_pattern) as folded
    from stg_descriptions
    where item_kind = 'escalation'
),
listed as (
    select escalation_id, case when len(written) >= len(folded) then written else folded end as numbers
    from told
),
named as (
    select escalation_id, unnest(numbers) as ticket_id, unnest(range(1, len(numbers) + 1)) as place
    from listed
    union all by name
    select distinct item_id as escalation_id, ticket_id, 1 as place
    from stg_escalated_events
),
first_named as (
    select escalation_id, ticket_id, min(place)::integer as place
    from named
    group by escalation_id, ticket_id
)
select n.escalation_id, n.ticket_id, n.place, t.ticket_id is not null as is_matched
from first_named as n
left join fct_tickets as t on t.ticket_id = n.ticket_id
