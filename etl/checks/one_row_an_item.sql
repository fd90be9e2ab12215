-- severity: error
select 'ticket' as item_kind, ticket_id as item_id, count(*) as n from fct_tickets group by ticket_id having count(*) > 1
union all
select 'escalation' as item_kind, escalation_id as item_id, count(*) as n from fct_escalations group by escalation_id having count(*) > 1
