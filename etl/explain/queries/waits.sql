-- The stretches in which one item waited for others.
select epoch_ms(from_at)::double as from_at, epoch_ms(to_at)::double as to_at
from fct_statuses
where item_kind = $item_kind and item_id = $item_id and status = 'waiting'
order by from_at
