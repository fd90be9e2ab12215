-- The escalations that name a ticket.
select e.escalation_id, epoch_ms(e.received_at)::double as received_at, e.status, e.outcome
from fct_escalation_tickets as n
join fct_escalations as e on e.escalation_id = n.escalation_id
where $item_kind = 'ticket' and n.ticket_id = $item_id
order by e.received_at, e.escalation_id
