-- Every word that records, people or corrections may say of an item where there are few to say: its status, owner and
-- team, and what it is told apart by.
select distinct word
from (
    select unnest(flatten([list(distinct owner), list(distinct team), list(distinct kind), list(distinct priority), list(distinct service),
        list(distinct category), list(distinct subcategory), list(distinct item), list(distinct department), list(distinct place),
        list(distinct problem), list(distinct route), list(distinct reason), list(distinct impact), list(distinct wanted),
        list(distinct outcome), list(distinct closed_by), list(distinct satisfaction)])) as word
    from stg_records
    union all
    select unnest([person, team]) from dim_people
    union all
    select value from dim_corrections
    union all
    -- what teams of few people stand under (`dim_teams`)
    select 'Small teams'
)
where word is not null
