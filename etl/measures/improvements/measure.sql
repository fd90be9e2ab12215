-- Each change: the rate of the tickets it should show in, among all tickets, before and after. Each action: how its
-- promise was kept before and after. Both over so many whole weeks on either side. The rate of each change, week by week,
-- is given for half a year on either side.
with known_by_kind as (
    select item_kind, max(known_day) as known_day, min(received_day) as first_day
    from fct_all_items
    group by item_kind
),
-- changes show in tickets; where there are none, nothing can be told of them
known as (
    select max(known_day) filter (item_kind = 'ticket') as ticket_day, max(known_day) as any_day,
        min(first_day) filter (item_kind = 'ticket') as first_day,
        case when bool_and(item_kind = 'escalation') then 'escalation' else 'ticket' end as item_kind
    from known_by_kind
),
windows as (
    select c.id, c.title, c.kind, c.day, c.affects, k.ticket_day,
        k.ticket_day is null or len(c.affects) = 0 or k.first_day > c.day - 7 * $improvement_weeks::integer as is_not_told,
        k.ticket_day >= c.day + 7 * $improvement_weeks::integer as is_over
    from dim_changes as c
    cross join known as k
    where c.day <= coalesce(k.ticket_day, k.any_day)
),
tickets as (
    select timezone($timezone, t.opened_at)::date as day, t.service, t.category, t.subcategory, t.item, t.priority, t.team,
        t.department, t.place, t.kind, t.problem
    from fct_tickets as t
    join fct_all_items as i on i.item_kind = 'ticket' and i.item_id = t.ticket_id
    where not i.is_left_out and not i.is_major_child
),
around as (
    select w.id, t.day, t.day >= w.day as is_after,
        w.is_over and t.day >= w.day - 7 * $improvement_weeks::integer and t.day < w.day + 7 * $improvement_weeks::integer as is_compared,
        list_bool_and(list_transform(w.affects, lambda one: coalesce(case one.column
            when 'service' then t.service when 'category' then t.category when 'subcategory' then t.subcategory when 'item' then t.item
            when 'priority' then t.priority when 'team' then t.team when 'department' then t.department when 'place' then t.place
            when 'kind' then t.kind when 'problem' then t.problem end = one.value, false))) as is_affected
    from windows as w
    join tickets as t on t.day >= w.day - 7 * greatest(27, $improvement_weeks::integer) and t.day < w.day + 7 * greatest(27, $improvement_weeks::integer)
    where not w.is_not_told
),
counted as (
    select id,
        count(*) filter (is_affected and not is_after)::integer as count_before, count(*) filter (not is_after)::integer as all_before,
        count(*) filter (is_affected and is_after)::integer as count_after, count(*) filter (is_after)::integer as all_after
    from around
    where is_compared
    group by id
),
weekly as (
    select w.id, p.from_day, p.to_day, p.to_day < w.ticket_day as is_complete, -epoch(w.day)::bigint as place,
        count(a.day)::integer as n, count(*) filter (a.is_affected)::integer as affected
    from windows as w
    join dim_periods as p on p.period = 'week' and p.to_day >= w.day - 182 and p.from_day < w.day + 182 and p.from_day <= w.ticket_day
    left join around as a on a.id = w.id and a.day between p.from_day and p.to_day
    where not w.is_not_told
    group by w.id, w.day, w.ticket_day, p.from_day, p.to_day
),
compared as (
    select w.*, c.count_before, c.all_before, c.count_after, c.all_after,
        rate_ratio(c.count_after, c.all_after, c.count_before, c.all_before) as ratio,
        rate_ratio_low(c.count_after, c.all_after, c.count_before, c.all_before) as low,
        rate_ratio_high(c.count_after, c.all_after, c.count_before, c.all_before) as high
    from windows as w
    left join counted as c on c.id = w.id
),
judged as (
    select *, case
        when is_not_told then 'not_told'
        when not is_over then 'too_early'
        when coalesce(count_before + count_after, 0) < 10 then 'too_few'
        when high < 1 then 'fewer'
        when low > 1 then 'more'
        else 'no_clear_change' end as verdict
    from compared
),
decisions as (
    select a.*, a.decided_on + 7 * $improvement_weeks::integer as ends_on
    from dim_actions as a
    cross join known as k
    where a.decided_on <= k.any_day
),
major_children as (
    select item_kind, item_id from fct_all_items where is_major_child
),
bearings as (
    select p.*
    from fct_promises as p
    anti join major_children as c on c.item_kind = p.item_kind and c.item_id = p.item_id
),
settled as (
    select b.measure, b.item_kind, max(b.day) as settled_day, any_value(k.known_day) as known_day
    from bearings as b
    join known_by_kind as k on k.item_kind = b.item_kind
    group by b.measure, b.item_kind
),
-- what came in the weeks after and is open, without a word yet of how the promise was kept
pending as (
    select distinct d.id, i.item_kind
    from decisions as d
    join fct_all_items as i on i.is_open and i.received_day >= d.decided_on and i.received_day < d.ends_on
    anti join bearings as b on b.measure = d.measure and b.item_kind = i.item_kind and b.item_id = i.item_id
    where not i.is_left_out and not i.is_major_child
),
-- the days of one item are one weight
kept as (
    select d.id, p.item_kind, p.good, p.item_id, p.day >= d.decided_on as is_after, sum(p.hit) as hits, sum(p.weight) as weight
    from decisions as d
    join bearings as p on p.measure = d.measure and p.day >= d.decided_on - 7 * $improvement_weeks::integer and p.day < d.ends_on
    group by d.id, p.item_kind, p.good, p.item_id, p.day >= d.decided_on
),
sides as (
    select id, item_kind, good, is_after, share(sum(hits), sum(weight)) as kept_share,
        effective_number(count(*), sum(weight), sum(weight ** 2)) as n
    from kept
    group by id, item_kind, good, is_after
),
promises_by_kind as (
    select d.*, s.item_kind, s.good,
        max(s.kept_share) filter (not s.is_after) as share_before, max(s.n) filter (not s.is_after) as n_before,
        max(s.kept_share) filter (s.is_after) as share_after, max(s.n) filter (s.is_after) as n_after
    from decisions as d
    left join sides as s on s.id = d.id
    group by all
),
-- of escalations where they tell of the promise, else of tickets; its weeks are settled once nothing of them is pending
-- and something later is settled, or at the latest when the longest time that a promise takes to be settled has passed
promises as (
    select p.*, coalesce(s.known_day, k.any_day) >= p.review_on as is_due,
        s.known_day >= p.ends_on and (
            (s.settled_day >= p.ends_on and w.id is null) or s.known_day >= p.ends_on + greatest(28, $escalated_within_days)::integer
        ) as is_settled
    from promises_by_kind as p
    cross join known as k
    left join pending as w on w.id = p.id and w.item_kind = p.item_kind
    left join settled as s on s.measure = p.measure and s.item_kind = p.item_kind
    qualify row_number() over (partition by p.id order by p.item_kind = 'escalation' desc nulls last) = 1
),
shares as (
    select *, difference_low(share_after, n_after, share_before, n_before) as low,
        difference_high(share_after, n_after, share_before, n_before) as high
    from promises
),
decided as (
    select *, case
        when good is null then 'not_told'
        when not is_settled then 'too_early'
        when coalesce(least(n_before, n_after), 0) < 10 then 'too_few'
        when good = 'neutral' then 'neutral'
        when case good when 'low' then high < 0 else low > 0 end then 'better'
        when case good when 'low' then low > 0 else high < 0 end then 'worse'
        else 'no_clear_change' end as verdict
    from shares
),
effects as (
    select (verdict = 'fewer')::integer as worked, (verdict in ('fewer', 'more', 'no_clear_change'))::integer as is_told from judged where kind <> 'incident'
    union all
    select (verdict = 'better')::integer, (verdict in ('better', 'worse', 'no_clear_change'))::integer from decided
)
select unnest(['headline', 'figure']) as part, 'worked' as id, (select item_kind from known) as item_kind, 'items' as unit,
    coalesce(sum(worked), 0)::double as value, coalesce(sum(is_told), 0)::integer as n, null::varchar as of, null::varchar as key, null::varchar as label,
    null::varchar as col, null::varchar as words, null::bigint as place
from effects
union all by name
select 'cell' as part, 'changes' as id, (select item_kind from known) as item_kind, 'change' as of, id::varchar as key, title as label, coalesce(count_before + count_after, 0)::integer as n,
    unnest(['text', 'text', 'text', 'items', 'items', 'items', 'items', 'ratio', 'ratio', 'ratio', 'text']) as unit,
    unnest(['day', 'kind', 'affects', 'count_before', 'all_before', 'count_after', 'all_after', 'ratio', 'ratio_low', 'ratio_high', 'verdict']) as col,
    unnest([null, null, null, count_before, all_before, count_after, all_after, ratio, low, high, null])::double as value,
    unnest([day::varchar, kind, nullif(array_to_string(list_transform(affects, lambda one: one.column || ' ' || one.value), ', '), ''), null, null, null, null, null, null, null, verdict]) as words, -epoch(day)::bigint as place
from judged
union all by name
select 'cell' as part, 'actions' as id, (select item_kind from known) as item_kind, 'action' as of, id::varchar as key, title as label, coalesce(n_before + n_after, 0)::integer as n,
    unnest(['text', 'text', 'text', 'text', 'share', 'share', 'difference', 'difference', 'text', 'text']) as unit,
    unnest(['decided_on', 'promise', 'expected', 'review_on', 'share_before', 'share_after', 'difference_low', 'difference_high', 'is_due', 'verdict']) as col,
    unnest([null, null, null, null, share_before, share_after, low, high, null, null])::double as value,
    unnest([decided_on::varchar, promise, expected, review_on::varchar, null, null, null, null, case when is_due then 'yes' else 'no' end, verdict]) as words,
    -epoch(decided_on)::bigint as place
from decided
union all by name
select 'point' as part, 'rate' as id, 'ticket' as item_kind, 'per_100' as unit, id::varchar as of, 'week' as period,
    from_day::varchar as from_day, to_day::varchar as to_day, 100.0 * affected / nullif(n, 0) as value, n,
    100 * wilson_low(affected, n) as low, 100 * wilson_high(affected, n) as high, is_complete, place
from (select * from weekly order by place, from_day)
