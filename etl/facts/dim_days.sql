-- Which periods each local day belongs to.
select period, from_day, unnest(generate_series(from_day, to_day, interval 1 day))::date as day
from dim_periods
