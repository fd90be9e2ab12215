-- The tickets of each recurring issue. Without text an issue is a category, its subcategory and item; it recurs once
-- it has reached `$at_least` tickets from `$requesters` requesters within `$window_days` days.
with grouped as (
    select ticket_id, opened_at, requester,
        'c-' || left(md5(concat_ws('|', category, coalesce(subcategory, ''), coalesce(item, ''))), 12) as group_id,
        concat_ws(' · ', category, subcategory, item) as label
    from fct_tickets
    where category is not null and subcategory is not null
),
windowed as (
    select *,
        count(*) over recent as tickets,
        count(distinct requester) over recent as requesters,
        count(requester) over recent = 0 as has_no_requesters
    from grouped
    window recent as (partition by group_id order by opened_at range between to_days($window_days::integer) preceding and current row)
)
select group_id, ticket_id, opened_at, requester, label
from windowed
qualify bool_or(tickets >= $at_least and (requesters >= $requesters or has_no_requesters)) over (partition by group_id)
