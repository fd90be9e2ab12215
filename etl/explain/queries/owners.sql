-- The stretches in which one item had one owner.
select owner, is_assumed, is_ended_by_leaving, epoch_ms(from_at)::double as from_at, epoch_ms(to_at)::double as to_at
from fct_ownership
where item_kind = $item_kind and item_id = $item_id
order by from_at, to_at nulls last
