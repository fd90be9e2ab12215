-- The service hours between two times, in milliseconds, with those of the whole first and last day.
select epoch_ms(opens_at)::double as from_at, epoch_ms(closes_at)::double as to_at
from dim_calendar
where calendar = 'main'
    and closes_at > to_timestamp($from_at::double / 1000) - interval 1 day
    and opens_at < to_timestamp($to_at::double / 1000) + interval 1 day
order by opens_at
