-- How each item bears, day by day, on a promise that an action is about: `hit` of `weight`. Only what is settled.
select o.measure, d.good, o.item_kind, o.item_id, o.day, o.hit, o.weight
from observations as o
join declared as d on d.measure = o.measure and d.part = o.part and d.id = o.id and d.item_kind = o.item_kind and d.is_headline
where o.is_settled and o.hit is not null and o.measure in (select measure from dim_actions)
