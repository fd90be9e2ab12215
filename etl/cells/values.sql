-- Every value of every dimension that items can be filtered by, numbered in the order of the dimensions.
with combinations as (
    select distinct service, priority, team, department, category, coalesce(is_major_child, false) as is_major_child
    from fct_all_items
),
named as (
    select distinct unnest([1, 2, 3, 4, 5, 6]) as place,
        unnest(['service', 'priority', 'team', 'department', 'category', 'is_major_child']) as dimension,
        unnest([service, priority, team, department, category, case when is_major_child then 'yes' else 'no' end]) as value
    from combinations
)
select row_number() over (order by place, value)::integer as number, place, dimension, value
from named
