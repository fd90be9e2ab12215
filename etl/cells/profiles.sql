-- The combinations of values that occur: as they are, and as numbers in the order of the dimensions.
with profiles as (
    select service, priority, team, department, category, coalesce(is_major_child, false) as is_major_child, count(*)::integer as items
    from fct_all_items
    group by all
)
select row_number() over ()::integer as profile, p.*, [s.number, r.number, t.number, d.number, c.number, m.number] as numbers
from profiles as p
join cells_values as s on s.dimension = 'service' and s.value is not distinct from p.service
join cells_values as r on r.dimension = 'priority' and r.value is not distinct from p.priority
join cells_values as t on t.dimension = 'team' and t.value is not distinct from p.team
join cells_values as d on d.dimension = 'department' and d.value is not distinct from p.department
join cells_values as c on c.dimension = 'category' and c.value is not distinct from p.category
join cells_values as m on m.dimension = 'is_major_child' and m.value = case when p.is_major_child then 'yes' else 'no' end
