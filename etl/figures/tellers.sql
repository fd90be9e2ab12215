-- Which sources can tell what is observed, and up to when all of them know their items. One that has sent nothing for
-- 92 days is waited for no longer.
with named as (
    select * from (select unnest(from_json($tellers, '[{"measure":"VARCHAR","part":"VARCHAR","id":"VARCHAR","item_kind":"VARCHAR","source":"VARCHAR"}]'), recursive := true))
),
known as (
    select item_kind, source, min(known_until) as known_until
    from (select item_kind, unnest(sources) as source, known_until from fct_all_items)
    group by item_kind, source
),
placed as (
    select d.figure, n.*, k.known_until, k.known_until > max(k.known_until) over (partition by d.figure) - interval 92 days as is_awaited
    from named as n
    join declared as d on d.measure = n.measure and d.part = n.part and d.id = n.id and d.item_kind = n.item_kind
    left join known as k on k.item_kind = n.item_kind and k.source = n.source
)
select figure, measure, part, id, item_kind, list(source order by source) as sources, min(known_until) filter (is_awaited) as known_until
from placed
group by figure, measure, part, id, item_kind
