-- The tickets of each recurring issue: it recurs once it has reached `$at_least` tickets from `$requesters` requesters
-- within `$window_days` days. `is_founding`: those up to the one with which it first did.
with told as (
    -- numbers: to compare them is quicker than times and names
    select ticket_id, opened_at, requester, group_id, epoch_us(opened_at) as moment,
        case when requester is not null then hash(requester) end as person
    from fct_issues
),
counted as (
    select group_id, ticket_id, opened_at, count(*) over recent as tickets, count(person) over recent as named,
        case when min(person) over recent <> max(person) over recent then 2 else 1 end as requesters
    from told
    where $requesters::integer <= 2
    window recent as (partition by group_id order by moment range between $window_days::bigint * 86400000000 preceding and current row)
    union all
    -- whether there are two is quick to see; to count more of them is slow
    select group_id, ticket_id, opened_at, count(*) over lately, count(person) over lately, count(distinct person) over lately
    from told
    where $requesters::integer > 2
    window lately as (partition by group_id order by moment range between $window_days::bigint * 86400000000 preceding and current row)
),
-- what is raised at the same time has the same before it: the first of these is the first by its id
qualifying as (
    select group_id, min((opened_at, ticket_id)) as first_ticket
    from counted
    where tickets >= $at_least and (requesters >= $requesters or named = 0)
    group by group_id
)
select t.group_id, t.ticket_id, t.opened_at, t.requester, (t.opened_at, t.ticket_id) <= q.first_ticket as is_founding
from told as t
join qualifying as q on q.group_id = t.group_id
