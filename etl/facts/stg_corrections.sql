-- One row an item that someone corrected: what it is said to be, by field. Of two lines for a field the last counts. An
-- escalation may be meant by the id of any of its traces.
with meant as (
    select * from dim_corrections
    union
    select c.* replace (t.escalation_id as item_id)
    from dim_corrections as c
    join stg_joined_traces as t on t.trace_id = c.item_id
),
last_words as (
    select *
    from meant
    where coalesce(earliest <= $as_of::timestamptz, true)
    qualify row_number() over (partition by item_id, case when field = 'opened_at' then 'received_at' else field end order by line desc) = 1
),
read as (
    select l.* replace (case when l.field = 'owner' and p.is_shared then null when l.field = 'owner' then coalesce(p.person, l.value) else l.value end as value)
    from last_words as l
    left join dim_people as p on l.field = 'owner' and p.alias = fold_person(l.value)
)
select item_id, map(list(field), list(value)) as said,
    list(field) as fields,
    any_value({earliest: earliest, latest: latest, is_timed: not is_day}) filter (field in ('opened_at', 'received_at')) as begins,
    any_value({earliest: earliest, latest: latest, is_timed: not is_day}) filter (field = 'acknowledged_at') as acknowledges,
    any_value({earliest: earliest, latest: latest, is_timed: not is_day}) filter (field = 'resolved_at') as resolves,
    any_value({earliest: earliest, latest: latest, is_timed: not is_day}) filter (field = 'closed_at') as closes
from read
group by item_id
