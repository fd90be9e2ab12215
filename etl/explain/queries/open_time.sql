-- The stretches in which one item was not done, up to when it is known.
select epoch_ms(from_at)::double as from_at, epoch_ms(to_at)::double as to_at
from fct_open_time
where item_kind = $item_kind and item_id = $item_id
order by from_at
