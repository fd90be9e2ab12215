-- What became of each correction: `problem` is null where it was applied.
with items as (
    select item_kind, item_id from fct_items
    union
    select 'escalation' as item_kind, trace_id as item_id from stg_joined_traces
),
columns as (
    select table_name, column_name from duckdb_columns() where table_name in ('fct_tickets', 'fct_escalations')
    union all
    select unnest(['fct_tickets', 'fct_escalations']), unnest(['received_at', 'opened_at'])
)
select c.line, c.item_id as item, c.field, c.reason,
    case
        when c.earliest > $as_of::timestamptz then 'it says a time later than these figures'
        when not exists (from items as i where i.item_id = c.item_id) then 'no ticket or escalation has the number of its item'
        when not exists (
            from items as i
            join columns as k on k.table_name = 'fct_' || i.item_kind || 's' and k.column_name = c.field
            where i.item_id = c.item_id
        ) then (select 'a' || case when any_value(i.item_kind) = 'ticket' then ' ' else 'n ' end || any_value(i.item_kind) from items as i where i.item_id = c.item_id)
            || ' has no ' || c.field
    end as problem
from dim_corrections as c
order by c.line
