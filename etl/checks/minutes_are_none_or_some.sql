-- severity: error
-- No duration is negative, and business time is never longer than elapsed time.
with items as (
    select ticket_id as item_id, acknowledge_minutes, acknowledge_business_minutes, resolve_minutes, resolve_business_minutes from fct_tickets
    union all
    select escalation_id, acknowledge_minutes, acknowledge_business_minutes, resolve_minutes, resolve_business_minutes from fct_escalations
)
select *
from items
where least(acknowledge_minutes, acknowledge_business_minutes, resolve_minutes, resolve_business_minutes) < 0
    or acknowledge_business_minutes > acknowledge_minutes + 1e-6
    or resolve_business_minutes > resolve_minutes + 1e-6
