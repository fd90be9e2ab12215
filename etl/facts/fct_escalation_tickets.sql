-- The tickets that an escalation names: those of each trace in turn, in the order in which it names them, or what someone
-- corrected them to.
with corrected as (
    select c.item_id as escalation_id, n.numbers
    from stg_corrections as c
    join stg_ticket_numbers as n on n.written = c.said['ticket_id']
    where c.said['ticket_id'] is not null
),
told as (
    select j.escalation_id, j.nth, j.until_at, unnest(r.tickets) as ticket, generate_subscripts(r.tickets, 1) as place
    from stg_joined_traces as j
    join stg_references as r on r.source = j.source and r.item_id = j.item_id
    where j.escalation_id not in (select escalation_id from corrected)
),
named as (
    select escalation_id, ticket.ticket_id as ticket_id, nth, place
    from told
    -- what a thread names once it goes on with another escalation is named there
    where coalesce(ticket.named_at < until_at, true)
    union all by name
    select escalation_id, unnest(numbers) as ticket_id, 0 as nth, generate_subscripts(numbers, 1) as place
    from corrected
    where escalation_id in (select escalation_id from stg_joined_traces)
),
first_named as (
    select escalation_id, ticket_id, row_number() over (partition by escalation_id order by min({nth: nth, place: place}))::integer as place
    from named
    group by escalation_id, ticket_id
)
select n.escalation_id, n.ticket_id, n.place, t.ticket_id is not null as is_matched
from first_named as n
left join fct_tickets as t on t.ticket_id = n.ticket_id
