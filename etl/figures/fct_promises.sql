-- How the promise that each measure is about was kept, day by day: `hits` of `weight`, over `n` items that are settled.
select o.measure, d.good, o.item_kind, o.day, sum(o.hit) as hits, sum(o.weight) as weight, sum(o.weight ** 2) as squared_weight,
    count(distinct o.item_id)::integer as n
from observations as o
join declared as d on d.measure = o.measure and d.part = o.part and d.id = o.id and d.item_kind = o.item_kind and d.is_headline
where o.is_settled and o.hit is not null
group by o.measure, d.good, o.item_kind, o.day
