-- The observations of one part with the numbers of their series, profiles and periods.
select s.series, s.is_weighted, i.profile, i.item, case when s.period = 'week' then d.week else d.month end as place, d.month,
    o.hit, coalesce(o.weight, 1) as weight, coalesce(o.is_settled, true) as is_settled,
    o.minutes, o.business_minutes, coalesce(o.is_event, false) as is_event
from observations as o
join cells_series as s on s.part = o.part and s.measure = o.measure and s.id = o.id and s.item_kind = o.item_kind
join cells_days as d on d.day = o.day
join cells_items as i on i.item_kind = o.item_kind and i.item_id = o.item_id
where o.part = $part
