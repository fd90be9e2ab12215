-- Every trace with the escalation that it is one of: `nth` in the order of receipt, with the events of its item from one
-- position on, until another. A further one is no trace of its own: its messages are more of the same.
with joined as (
    select t.source, t.source_rank, t.item_id, t.item_id as trace_id, t.item_id as escalation_id, t.received_at, t.states_status,
        0 as from_position, false as is_further, null::varchar as repeat_of
    from stg_traces as t
    where t.is_alone
    union all by name
    select t.source, t.source_rank, t.item_id, j.trace_id, j.escalation_id, t.states_status, j.from_position, j.is_further, j.repeat_of,
        case when j.from_position = 0 then t.received_at
            else list_filter(t.chased, lambda chaser: chaser.position = j.from_position)[1].moment end as received_at
    from stg_joins as j
    join stg_traces as t on t.source = j.source and t.item_id = j.item_id
)
select *,
    lead(from_position) over parts as until_position,
    lead(received_at) over parts as until_at,
    row_number() over (partition by escalation_id order by received_at, source_rank, trace_id)::integer - 1 as nth,
    -- all that its item tells, and nobody else tells of it
    count(*) over (partition by escalation_id) = 1 and count(*) over (partition by source, item_id) = 1 as is_as_told,
    -- the first-named source that states a status is believed
    source_rank = coalesce(min(source_rank) filter (states_status) over (partition by escalation_id), source_rank) as is_status_taken
from joined
window parts as (partition by source, item_id order by from_position)
