-- severity: error
-- Each day's open items follow from the day before and what came and went.
select *
from (
    select *, lag(open_at_end, 1, 0) over (partition by item_kind, team order by day) as open_before
    from fct_backlog
)
where open_at_end <> open_before + arrived + reopened + transferred_in - transferred_out - closed or open_at_end < 0
