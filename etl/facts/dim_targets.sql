-- The published targets: what is promised for a level, from `from_day` (null: ever) until before `to_day` (null: still),
-- where the next of the same level and measure begins. Configuration refuses two that begin on one day.
with named as (
    select unnest(from_json($targets,
        '[{"level":"VARCHAR","measure":"VARCHAR","target":"VARCHAR","kind":"VARCHAR","amount":"DOUBLE","clock":"VARCHAR","calendar":"VARCHAR","is_paused":"BOOLEAN","from_day":"DATE","source":"VARCHAR","place":"INTEGER"}]'), recursive := true)
),
standing as (
    select *
    from named
    qualify row_number() over (partition by level, measure, from_day order by place desc) = 1
)
select level, measure, target, kind, amount, clock, calendar, is_paused, from_day,
    lead(from_day) over (partition by level, measure order by from_day nulls first) as to_day, source
from standing
