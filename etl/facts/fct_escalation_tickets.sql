-- The tickets that an escalation names, in the order in which it names them.
with named as (
    select item_id as escalation_id,
        unnest(list_distinct(regexp_extract_all(upper(regexp_replace(ticket_reference, '([A-Za-z])[\s-]+(\d)', '\1\2', 'g')), $ticket_pattern))) as ticket_id
    from stg_descriptions
    where item_kind = 'escalation'
    union all by name
    select distinct item_id as escalation_id, ticket_id
    from stg_escalated_events
)
select n.escalation_id, n.ticket_id, t.ticket_id is not null as is_matched
from named as n
left join fct_tickets as t on t.ticket_id = n.ticket_id
