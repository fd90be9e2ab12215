-- severity: error
select day, item_kind, sum(transferred_in) as moved_in, sum(transferred_out) as moved_out
from fct_backlog
group by day, item_kind
having sum(transferred_in) <> sum(transferred_out)
