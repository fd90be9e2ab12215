-- severity: error
-- No duration is negative, and business time is never longer than elapsed time.
with items as (
    select ticket_id as item_id, unnest(['acknowledge', 'resolve']) as until, unnest([acknowledge_minutes, resolve_minutes]) as minutes,
        unnest([acknowledge_business_minutes, resolve_business_minutes]) as business_minutes
    from fct_tickets
    union all
    select escalation_id, unnest(['acknowledge', 'resolve']), unnest([acknowledge_minutes, resolve_minutes]),
        unnest([acknowledge_business_minutes, resolve_business_minutes])
    from fct_escalations
    union all
    select item_id, 'investigate', investigate_minutes, investigate_business_minutes from fct_investigations
)
select *
from items
where least(minutes, business_minutes) < 0 or business_minutes > minutes + 1e-6
