-- One row a recurring issue. Trend columns are there and null until trends are computed.
select group_id, any_value(label) as label, count(*)::integer as tickets,
    case when count(requester) > 0 then count(distinct requester)::integer end as requesters,
    min(opened_at) as first_seen, max(opened_at) as last_seen,
    count(*) filter (opened_at > (select max(known_until) from fct_tickets) - to_days($window_days::integer))::integer as tickets_in_window,
    null::varchar as trend, null::varchar as trend_direction, null::varchar as trend_rule, null::date as called_on
from fct_recurring_members
group by group_id
