-- The tickets of each recurring issue: it recurs once it has reached `$at_least` tickets from `$requesters` requesters
-- within `$window_days` days. `is_founding`: those up to the one with which it first did.
with windowed as (
    select ticket_id, opened_at, requester, group_id,
        row_number() over (partition by group_id order by opened_at, ticket_id) as turn,
        count(*) over recent as tickets,
        -- whether there are two is quick to see; counting more of them is slow, and only done where more are asked for
        case when min(requester) over recent <> max(requester) over recent then 2 else 1 end as one_or_two,
        count(distinct case when $requesters::integer > 2 then requester end) over recent as more,
        count(requester) over recent = 0 as has_no_requesters
    from fct_issues
    window recent as (partition by group_id order by opened_at range between to_days($window_days::integer) preceding and current row)
),
qualifying as (
    select group_id, min(turn) as turn
    from windowed
    where tickets >= $at_least and (greatest(one_or_two, more) >= $requesters or has_no_requesters)
    group by group_id
)
select w.group_id, w.ticket_id, w.opened_at, w.requester, w.turn <= q.turn as is_founding
from windowed as w
join qualifying as q on q.group_id = w.group_id
