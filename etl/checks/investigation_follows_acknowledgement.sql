-- severity: error
-- What is investigated was acknowledged, and no later.
select escalation_id, acknowledged_at, investigated_at
from fct_escalations
where investigated_at is not null and (acknowledged_at is null or investigated_at < acknowledged_at)
