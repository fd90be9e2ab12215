-- When an escalation was first acted on, beyond acknowledging it.
select epoch_ms(investigated_at)::double as investigated_at, investigated_basis, is_timed, investigate_minutes,
    investigate_business_minutes
from fct_investigations
where item_kind = $item_kind and item_id = $item_id
