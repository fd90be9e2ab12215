-- severity: error
with told as (
    select item_kind, sum(open_at_end) as items from fct_backlog where day = (select max(day) from fct_backlog) group by item_kind
),
counted as (
    select 'ticket' as item_kind, count(*) filter (is_open) as items from fct_tickets
    union all
    select 'escalation' as item_kind, count(*) filter (is_open) as items from fct_escalations
)
select c.item_kind, c.items as open_items, t.items as open_in_backlog
from counted as c
left join told as t on t.item_kind = c.item_kind
where c.items <> coalesce(t.items, 0)
