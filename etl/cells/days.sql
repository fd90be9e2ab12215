-- Of each day the place of its week among the weeks, and of its month among the months.
with placed as (
    select "day", period, from_day, (dense_rank() over (partition by period order by from_day) - 1)::integer as place
    from dim_days
    where period in ('week', 'month')
)
select "day", max(place) filter (period = 'week') as week, max(place) filter (period = 'month') as month,
    max(from_day) filter (period = 'week') as week_from_day, max(from_day) filter (period = 'month') as month_from_day
from placed
group by "day"
