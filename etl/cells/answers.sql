-- The filters whose cells each profile is counted in: those whose shares of tickets are by week, and pairs, all of
-- whose are by month.
select a.profile, list(f.filter) filter (not f.is_pair) as singles, list(f.filter) filter (f.is_pair) as pairs
from cells_askable as a
join cells_filters as f on f.one is not distinct from a.one and f.other is not distinct from a.other
group by a.profile
