-- In which time an item should have had a named owner, and in how much of it it had none.
select epoch_ms(window_from_at)::double as window_from_at, is_always_owned, window_minutes, unowned_minutes,
    unowned_business_minutes, is_unowned_now
from fct_owned
where item_kind = $item_kind and item_id = $item_id
