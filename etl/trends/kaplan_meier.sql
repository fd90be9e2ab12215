-- Kaplan and Meier (1958), with Greenwood's variance and log-log intervals (Kalbfleisch and Prentice 1980) at 95 %.
-- `observations`: grp, minutes, is_event (false: still waiting). Items censored at a time are at risk at that time.
create macro kaplan_meier(observations) as table
with times as (
    select grp, minutes, count(*) filter (is_event) as events, count(*) as leaving
    from query_table(observations)
    group by grp, minutes
),
at_risk as (
    select *, sum(leaving) over (partition by grp order by minutes rows between current row and unbounded following) as n
    from times
),
steps as (
    select grp, minutes, events, n,
        product(1 - events / n) over (partition by grp order by minutes) as survival,
        sum(case when n > events then events / (n * (n - events)) end)
            over (partition by grp order by minutes) as greenwood
    from at_risk
    where events > 0
)
select grp, minutes, events::integer as events, n::integer as n, survival,
    case when survival > 0 then survival * sqrt(greenwood) else 0 end as standard_error,
    case when survival > 0 and survival < 1 and greenwood > 0
        then survival ** exp(1.959963984540054 * sqrt(greenwood) / abs(ln(survival))) end as low,
    case when survival > 0 and survival < 1 and greenwood > 0
        then survival ** exp(-1.959963984540054 * sqrt(greenwood) / abs(ln(survival))) end as high
from steps;

-- The q-quantile: the first time at which no more than 1 - q still wait. Where that never happens: the longest
-- observed time and is_at_least. The interval holds every time whose own interval covers 1 - q.
create macro kaplan_meier_quantile(observations, q) as table
with curve as materialized (select * from kaplan_meier(observations)),
groups as (
    select grp, count(*)::integer as n, count(*) filter (not is_event)::integer as waiting, max(minutes) as longest
    from query_table(observations)
    group by grp
),
reached as (
    select grp,
        min(minutes) filter (survival <= 1 - q + 1e-12) as minutes,
        min(minutes) filter (low <= 1 - q or survival = 0) as low,
        min(minutes) filter (high < 1 - q or survival = 0) as high
    from curve
    group by grp
)
select g.grp, coalesce(r.minutes, g.longest) as minutes, r.minutes is null as is_at_least, g.n, g.waiting,
    r.low as low, r.high as high
from groups as g
left join reached as r on g.grp = r.grp;
