-- What all measures observed, with what its items are told apart by.
create view observations as
select d.measure, d.part, d.id, d.item_kind, i.item_id, o."day", o.hit, o.weight, d.is_weighted, o.minutes, o.business_minutes,
    o.is_event, o.is_settled, o.is_recent, o.is_apart, i.service, i.priority, i.team, i.category, i.department, i.is_major_child
from observed as o
join declared as d on d.figure = o.figure
join fct_all_items as i on i.rowid = o.item
