-- What was observed in each period, counted without any cell: cells must add up to it.
select s.measure, s.part, s.id, s.item_kind, s.period, d.from_day,
    count(o.hit) filter (coalesce(o.is_settled, true))::integer as n,
    count(*) filter (s.part = 'share' and not coalesce(o.is_settled, true))::integer as unsettled,
    coalesce(sum(o.hit) filter (coalesce(o.is_settled, true)), 0) as hits,
    coalesce(sum(coalesce(o.weight, 1)) filter (o.hit is not null and coalesce(o.is_settled, true)), 0) as weight,
    count(o.minutes) filter (s.part = 'time' and o.is_event)::integer as elapsed_events,
    count(o.minutes) filter (s.part = 'time' and not coalesce(o.is_event, false))::integer as elapsed_waiting,
    count(o.business_minutes) filter (s.part = 'time' and o.is_event)::integer as business_events,
    count(o.business_minutes) filter (s.part = 'time' and not coalesce(o.is_event, false))::integer as business_waiting
from observations as o
join cells_series as s on s.part = o.part and s.measure = o.measure and s.id = o.id and s.item_kind = o.item_kind
left join dim_days as d on d.day = o.day and d.period = s.period
group by s.measure, s.part, s.id, s.item_kind, s.period, d.from_day
