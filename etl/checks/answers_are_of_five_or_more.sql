-- severity: error
-- What requesters say is in no cell, and what a breakdown withholds of it is that of none or of five together: nothing less
-- follows from the shares that are given and that of all.
with answers as (
    select * from declared where is_answer
),
broken_down as (
    select p.measure, p.item_kind, p.id as breakdown, p.col as id, p.value, p.n
    from published as p
    join answers as a on a.measure = p.measure and a.id = p.col and a.item_kind = p.item_kind
    where p.part = 'cell'
)
select distinct c.measure, c.item_kind, 'cells' as breakdown, c.id, null::integer as n
from cells_totals as c
join answers as a on a.measure = c.measure and a.id = c.id and a.item_kind = c.item_kind
union all
select measure, item_kind, breakdown, id, n from broken_down where value is not null and n < 5
union all
select measure, item_kind, breakdown, id, (sum(n) filter (value is null))::integer as n
from broken_down
group by measure, item_kind, breakdown, id
having count(value) > 0 and sum(n) filter (value is null) between 1 and 4
