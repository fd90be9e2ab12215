-- Times with their bins, one row a clock; its kind is of which series, on which clock, and whether it is done. The bin by
-- logarithm may be one off at an edge, so the edges decide: they are those of data/shared/bins.ts.
with edges as (select from_json($edges, '["DOUBLE"]') as edges),
told as (
    select profile, place, series * 4 + is_event::integer + unnest([0, 2]) as kind, unnest([minutes, business_minutes]) as minutes
    from cells_observed
),
nearly as (
    select *, case when minutes <= 0 then 0 when minutes < 1 then 1
        else least(floor(ln(minutes) / ln($ratio))::integer + 2, len(edges) - 1) end as bin
    from told, edges
    where minutes is not null
)
select profile, place, kind, case
    when bin < 2 then bin
    when minutes < edges[bin + 1] then bin - 1
    when minutes >= edges[bin + 2] then bin + 1
    else bin
end::integer as bin
from nearly
