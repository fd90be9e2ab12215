-- How many tickets each recurring issue and category had on each day, and all together (`of` all), up to the last day that
-- all sources know whole. Children of a major incident count once, with it.
with sources as (
    select source, min(received_day) as begun_day, timezone($timezone, min(known_until))::date as known_day
    from (select unnest(sources) as source, received_day, known_until from fct_all_items where item_kind = 'ticket')
    group by source
    -- one that has sent nothing for 92 days is waited for no longer, and its tickets are left out: else all would fall
    qualify known_day > max(known_day) over () - 92
),
span as (
    select min(begun_day) as first_day, min(known_day) as known_day from sources
),
-- tickets of a source that began later than the first count once it fills all the windows: else all of its own would rise
begun as (
    select o.item_id as ticket_id, min(s.begun_day) as begun_day
    from (select item_id, unnest(sources) as source from fct_all_items where item_kind = 'ticket') as o
    join sources as s on s.source = o.source
    group by o.item_id
),
tickets as (
    select t.ticket_id, t.category, t.subcategory, i.received_day as day,
        case when b.begun_day - p.first_day <= 28 then p.first_day else b.begun_day + 112 end as counts_from
    from fct_tickets as t
    join fct_all_items as i on i.item_kind = 'ticket' and i.item_id = t.ticket_id
    join begun as b on b.ticket_id = t.ticket_id
    cross join span as p
    where not i.is_major_child and i.received_day < p.known_day
),
-- an issue is asked about since it recurs, a subcategory since texts part it: until then it is an issue itself
issues as (
    select t.ticket_id, m.group_id, max(t.day) filter (m.is_founding) over (partition by m.group_id) as since_day
    from tickets as t
    join fct_recurring_members as m on m.ticket_id = t.ticket_id
),
parted as (
    select t.category, t.subcategory, min(t.day) as since_day
    from tickets as t
    join fct_issues as s on s.ticket_id = t.ticket_id
    where s.is_by_text and t.category is not null and t.subcategory is not null
    group by t.category, t.subcategory
),
subjects as (
    select 'all' as of, '' as key, null::date as since_day, counts_from, day from tickets
    union all
    select 'issue', i.group_id, i.since_day, t.counts_from, t.day from issues as i join tickets as t on t.ticket_id = i.ticket_id
    union all
    select 'category', category, null, counts_from, day from tickets where category is not null
    union all
    select 'subcategory', p.category || ' · ' || p.subcategory, p.since_day, t.counts_from, t.day
    from parted as p
    join tickets as t on t.category = p.category and t.subcategory = p.subcategory
)
select s.of, s.key, s.since_day, s.counts_from, s.day, count(*)::integer as tickets, p.first_day, p.known_day
from subjects as s
cross join span as p
group by s.of, s.key, s.since_day, s.counts_from, s.day, p.first_day, p.known_day
