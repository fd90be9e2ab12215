-- The tickets that an escalation names.
select n.ticket_id, n.is_matched, epoch_ms(t.opened_at)::double as opened_at, t.status
from fct_escalation_tickets as n
left join fct_tickets as t on t.ticket_id = n.ticket_id
where $item_kind = 'escalation' and n.escalation_id = $item_id
order by n.place, n.ticket_id
