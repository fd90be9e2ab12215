-- How each item bears, day by day, on a promise that an action is about: `hit` of `weight`. Only what is settled.
select d.measure, d.good, d.item_kind, i.item_id, o."day", o.hit, o.weight
from observed as o
join declared as d on d.figure = o.figure and d.is_headline
join fct_all_items as i on i.rowid = o.item
where o.is_settled and o.hit is not null and d.measure in (select measure from dim_actions)
