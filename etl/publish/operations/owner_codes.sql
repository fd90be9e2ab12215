-- A code for everyone who owns something, or answered, in an order that no one can guess and that is another in every run.
with people as (
    select distinct owner from fct_ownership where to_at is null
)
select owner, 'Person ' || row_number() over (order by keyed($run || ' ' || owner)) as code
from people
