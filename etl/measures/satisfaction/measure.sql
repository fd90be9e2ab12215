-- Satisfied of those who answered, and how many answered. They have fourteen days for it.
with resolved as not materialized (
    select item_kind, item_id, done_day as day, days_after(done_at, 14) as due_at, satisfaction
    from fct_all_items
    where not is_left_out and done_at is not null
)
select 'share' as part, 'satisfied' as id, item_kind, item_id, day, (satisfaction = 'good')::integer::double as hit, due_at
from resolved
where satisfaction in ('good', 'bad')
union all by name
select 'share' as part, 'responded' as id, item_kind, item_id, day, coalesce(satisfaction in ('good', 'bad'), false)::integer::double as hit, due_at
from resolved
