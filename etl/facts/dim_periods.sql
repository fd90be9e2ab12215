-- Every calendar period in which anything lies: weeks from Monday, months, and the installation's terms and academic
-- years. Without terms a year begins on 1 August, as in the reporting year of UK universities.
with span as (
    select least(min(received_day), timezone($timezone, $as_of::timestamptz)::date) as first_day,
        timezone($timezone, $as_of::timestamptz)::date as last_day
    from fct_all_items
),
configured_years as (
    select year, min(from_day) as from_day, max(to_day) as last_to_day
    from dim_terms
    group by year
),
years as (
    select year as label, from_day,
        -- the last one runs on until the same day of the next year
        coalesce(lead(from_day) over (order by from_day) - 1, greatest(last_to_day, (from_day + interval 1 year)::date - 1)) as to_day
    from configured_years
    union all
    select extract(year from begins) || '/' || right((extract(year from begins) + 1)::varchar, 2) as label, begins::date as from_day,
        (begins + interval 1 year)::date - 1 as to_day
    from (
        select unnest(generate_series(make_date(extract(year from first_day)::integer - 1, 8, 1), last_day, interval 1 year)) as begins
        from span
    )
    where not exists (from dim_terms)
),
all_periods as (
    select 'week' as period, null::varchar as label, begins::date as from_day, (begins + interval 6 days)::date as to_day
    from (select unnest(generate_series(date_trunc('week', first_day), last_day, interval 7 days)) as begins from span)
    union all
    select 'month', null, begins::date, (begins + interval 1 month)::date - 1
    from (select unnest(generate_series(date_trunc('month', first_day), last_day, interval 1 month)) as begins from span)
    union all
    select 'term', name || ' ' || year, from_day, to_day
    from dim_terms
    union all
    select 'year', label, from_day, to_day
    from years
)
select p.period, p.label, p.from_day, p.to_day
from all_periods as p
cross join span as s
where p.to_day >= s.first_day and p.from_day <= s.last_day
