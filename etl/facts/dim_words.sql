-- Every word that records, people or corrections may say of an item where there are few to say: its status, owner and
-- team, and what it is told apart by. Column by column: of any number of words that takes no more memory than there is.
select word
from (
    select distinct owner as word from stg_records
    union
    select distinct team as word from stg_records
    union
    select distinct kind as word from stg_records
    union
    select distinct priority as word from stg_records
    union
    select distinct service as word from stg_records
    union
    select distinct category as word from stg_records
    union
    select distinct subcategory as word from stg_records
    union
    select distinct item as word from stg_records
    union
    select distinct department as word from stg_records
    union
    select distinct place as word from stg_records
    union
    select distinct problem as word from stg_records
    union
    select distinct route as word from stg_records
    union
    select distinct reason as word from stg_records
    union
    select distinct impact as word from stg_records
    union
    select distinct wanted as word from stg_records
    union
    select distinct outcome as word from stg_records
    union
    select distinct closed_by as word from stg_records
    union
    select distinct satisfaction as word from stg_records
    union
    select unnest([person, team]) from dim_people
    union
    select value from dim_corrections
    union
    -- what teams of few people stand under (`dim_teams`)
    select 'Small teams'
)
where word is not null
