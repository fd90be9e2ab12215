-- severity: error
-- Time without an owner is part of the time in which there should be one; and who always had one had none of it.
select item_kind, item_id, is_always_owned, unowned_minutes, window_minutes
from fct_owned
where unowned_minutes < 0 or unowned_minutes > window_minutes + 1e-6
    or unowned_business_minutes > unowned_minutes + 1e-6
    or (is_always_owned and unowned_minutes > 0)
    or (is_always_owned and is_unowned_now)
