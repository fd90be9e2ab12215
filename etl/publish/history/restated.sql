-- The days whose backlog is now computed otherwise than it was published, over all teams: the newest, and how many in all.
with published as (
    select day, item_kind, sum(open_at_end)::integer as open_at_end, sum(arrived)::integer as arrived, sum(closed)::integer as closed
    from published_backlog
    group by day, item_kind
),
recomputed as (
    select day, item_kind, sum(open_at_end)::integer as open_at_end, sum(arrived)::integer as arrived, sum(closed)::integer as closed
    from complete_backlog
    group by day, item_kind
)
select strftime(p.day, '%Y-%m-%d') as day, p.item_kind,
    {open_at_end: p.open_at_end, arrived: p.arrived, closed: p.closed} as published,
    {open_at_end: n.open_at_end, arrived: n.arrived, closed: n.closed} as now,
    (count(*) over ())::integer as days
from published as p
join recomputed as n on n.day = p.day and n.item_kind = p.item_kind
where p.open_at_end <> n.open_at_end or p.arrived <> n.arrived or p.closed <> n.closed
order by p.day desc, p.item_kind
limit $most_restated
