-- The profile of each item, by its row in fct_all_items.
select i.rowid::integer as item, p.profile
from fct_all_items as i
join cells_profiles as p on p.service is not distinct from i.service and p.priority is not distinct from i.priority
    and p.team is not distinct from i.team and p.department is not distinct from i.department
    and p.category is not distinct from i.category and p.is_major_child = coalesce(i.is_major_child, false)
