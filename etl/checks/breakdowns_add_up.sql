-- severity: error
-- The items of all services, of all teams and so on are the same items; what waits now, by team, is all that waits now.
with sums as (
    select measure, item_kind, id, col, sum(value) as items
    from published
    where part = 'cell' and unit = 'items' and (col = 'items' or col like '%\_now' escape '\')
        and id in ('by_service', 'by_priority', 'by_team', 'by_category', 'by_department', 'by_major_incident') and measure <> 'owner-load'
    group by measure, item_kind, id, col
),
totals as (
    select measure, item_kind, id as col, value as items
    from published
    where part = 'figure' and scope = 'all' and id like '%\_now' escape '\'
),
one_sum as (
    select measure, item_kind, min(items) as items, max(items) as most from sums where col = 'items' group by measure, item_kind
)
select measure, item_kind, 'items' as col, items::double as items, most::double as others from one_sum where items <> most
union all
select s.measure, s.item_kind, s.col, s.items, t.items as others
from sums as s
join totals as t on t.measure = s.measure and t.item_kind = s.item_kind and t.col = s.col
where s.items <> t.items
