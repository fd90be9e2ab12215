-- The observations of one part with the numbers of their series, profiles and periods.
select s.series, s.is_weighted, i.profile, o.item, case when s.period = 'week' then d.week else d.month end as place, d.month,
    o.hit, o.weight, o.is_settled, o.minutes, o.business_minutes, coalesce(o.is_event, false) as is_event
from observed as o
join cells_series as s on s.figure = o.figure and s.part = $part
join cells_days as d on d.day = o.day
join cells_items as i on i.item = o.item
