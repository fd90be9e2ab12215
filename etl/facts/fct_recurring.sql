-- One row a recurring issue, with whether it rises or falls and since when it is called so.
with standing as (
    select key as group_id, max(called_on) as called_on from fct_calls where of = 'issue' and ended_on is null group by key
)
select m.group_id, case when any_value(l.is_of_words) or m.group_id like 'c-%' then any_value(l.label)
        else coalesce('an issue in ' || any_value(l.label), 'an issue without a name') end as label, count(*)::integer as tickets,
    case when count(m.requester) > 0 then count(distinct m.requester)::integer end as requesters,
    min(m.opened_at) as first_seen, max(m.opened_at) as last_seen,
    count(*) filter (m.opened_at > (select max(known_until) from fct_tickets) - to_days($window_days::integer))::integer as tickets_in_window,
    coalesce(any_value(t.trend), 'too_few') as trend, any_value(t.direction) as trend_direction,
    case when any_value(t.trend) in ('unusual', 'sustained') then 'rate' end as trend_rule, any_value(s.called_on) as called_on
from fct_recurring_members as m
left join fct_issue_names as l on l.group_id = m.group_id
left join fct_trends as t on t.of = 'issue' and t.key = m.group_id
left join standing as s on s.group_id = m.group_id
group by m.group_id
