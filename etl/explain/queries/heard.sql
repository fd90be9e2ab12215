-- The stretches in which the requester of an item had heard within the cadence, and those in which not.
select epoch_ms(from_at)::double as from_at, epoch_ms(to_at)::double as to_at, is_heard
from fct_heard
where item_kind = $item_kind and item_id = $item_id
order by from_at
