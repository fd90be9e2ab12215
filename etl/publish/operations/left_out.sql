-- Open escalations that wait for nothing.
select count(*)::integer as escalations
from fct_escalations
where is_open and outcome in ('withdrawn', 'duplicate')
