-- What each recurring issue is called: the ordinary words that at least half of its tickets have and that five people or
-- more had used in any, in the order in which they mostly stand. The name stays as it was when the issue, once recurring
-- and of five tickets or more, first had two such words, or one from its twentieth ticket on. Until then, and where words do
-- not make one, it is called by the category of most of its first tickets.
with founded as (
    select group_id, count(*) as founded_by from fct_recurring_members where is_founding group by group_id
),
members as (
    select m.group_id, m.turn, m.opened_at, m.is_founding, f.founded_by, i.category_label, case when i.is_by_text then i.words else [] end as words
    from (
        select *, row_number() over (partition by group_id order by opened_at, ticket_id) as turn from fct_recurring_members
    ) as m
    join founded as f on f.group_id = m.group_id
    join fct_issues as i on i.ticket_id = m.ticket_id
    where m.turn <= greatest(20, f.founded_by)
),
uses as (
    select unnest(words) as word, requester, opened_at from fct_issues where requester is not null
),
first_uses as (
    select word, requester, min(opened_at) as at_time from uses group by word, requester
),
common_words as (
    select word, list_sort(list(at_time))[5] as from_time from first_uses group by word having count(*) >= 5
),
-- the times at which it might get its name
occasions as (
    select group_id, turn, opened_at from members where turn >= greatest(5, founded_by)
),
said as (
    select group_id, turn, unnest(words) as word, generate_subscripts(words, 1) as place from members
),
said_once as (
    select group_id, turn, word, min(place) as place from said group by group_id, turn, word
),
most_said as (
    select o.group_id, o.turn, s.word, count(*) as tickets, avg(s.place) as place
    from occasions as o
    join said_once as s on s.group_id = o.group_id and s.turn <= o.turn
    join common_words as c on c.word = s.word and c.from_time <= o.opened_at
    group by o.group_id, o.turn, s.word
    having 2 * count(*) >= o.turn
),
ranked as (
    select *, row_number() over (partition by group_id, turn order by tickets desc, place, word) as rank from most_said
),
names as (
    select group_id, turn, string_agg(word, ' ' order by place, word) as label, count(*) as words
    from ranked
    where rank <= 4
    group by group_id, turn
),
first_names as (
    select group_id, arg_min(label, turn) as label from names where words >= 2 or turn >= 20 group by group_id
),
categories as (
    select group_id, category_label, count(*) as tickets from members where is_founding and category_label <> '' group by group_id, category_label
),
filed as (
    select group_id, arg_max(category_label, {tickets: tickets, label: category_label}) as label from categories group by group_id
)
select g.group_id, coalesce(n.label, f.label) as label, n.label is not null as is_of_words
from (select distinct group_id from members) as g
left join first_names as n on n.group_id = g.group_id
left join filed as f on f.group_id = g.group_id
