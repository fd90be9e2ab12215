-- Half and nine in ten were done within so many minutes, on both clocks, of the last 365 days; and the curve. None of
-- them where of more than a tenth it is not known how long they took: those that wait are all known.
with timed as (
    select figure, is_apart, is_event, unnest(['elapsed', 'business']) as clock, unnest([minutes, business_minutes]) as minutes
    from observed
    where is_recent and figure in (select figure from declared where part = 'time')
),
scoped as (
    select figure, is_event, clock, minutes, unnest(case when is_apart then ['all', 'without_major_children'] else ['all'] end) as scope
    from timed
),
whose as (
    select row_number() over () as grp, s.*, d.measure, d.id, d.item_kind, k.known_day as to_day
    from (
        select figure, scope, clock
        from scoped
        group by figure, scope, clock
        having count(*) filter (minutes is null) <= 0.1 * count(*) and count(minutes) > 0
    ) as s
    join declared as d on d.figure = s.figure
    join observation_kinds as k on k.item_kind = d.item_kind
),
told as (
    select w.grp, s.minutes, s.is_event
    from scoped as s
    join whose as w on w.figure = s.figure and w.scope = s.scope and w.clock = s.clock
    where s.minutes is not null
),
curve as (
    select *, row_number() over (partition by grp order by minutes) as place, count(*) over (partition by grp) as places
    from kaplan_meier(told)
),
quantiles as (
    select 'median' as quantile, * from kaplan_meier_quantile(told, 0.5)
    union all
    select 'p90' as quantile, * from kaplan_meier_quantile(told, 0.9) where n >= 50
)
select w.measure, 'figure' as part, case when w.id = 'done' then q.quantile else w.id || '_' || q.quantile end as id, w.item_kind, w.scope, w.clock,
    'minutes' as unit, null::varchar as of, null::varchar as key, null::varchar as label, null::varchar as col, null::varchar as period,
    (w.to_day - 364)::varchar as from_day, w.to_day::varchar as to_day, null::double as minutes, q.minutes as value, null::varchar as words,
    q.n, q.low, q.high, null::boolean as is_complete, q.is_at_least, 0 as place
from quantiles as q
join whose as w on w.grp = q.grp
union all by name
-- the first and last step of the curve and about 120 between
select w.measure, 'step' as part, case when w.id = 'done' then 'done_by' else w.id || '_by' end as id, w.item_kind, w.scope, w.clock, 'share' as unit,
    (w.to_day - 364)::varchar as from_day, w.to_day::varchar as to_day, c.minutes, 1 - c.survival as value,
    max(c.n) over (partition by c.grp)::integer as n, 1 - c.high as low, 1 - c.low as high, c.place
from curve as c
join whose as w on w.grp = c.grp
where w.scope = 'all'
qualify c.place in (1, c.places) or floor(c.place * 120 / c.places) <> floor((c.place - 1) * 120 / c.places)
order by measure, part, id, item_kind, scope, clock, place
