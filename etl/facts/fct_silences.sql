-- One row an item of which a source has messages: those that a person sent and the requester can see, and how long the
-- requester heard nothing between them, from the receipt on. Time in which it was done is no silence.
with messaging_sources as (
    -- a mailbox from which nobody answers may keep its answers elsewhere
    select distinct source from stg_events where kind = 'updated' and not is_dated
),
told as (
    select item_kind, item_id from stg_descriptions where list_has_any(sources, (select list(source) from messaging_sources))
    union
    select item_kind, item_id from fct_events where item_kind = 'escalation' and source in (from messaging_sources)
),
items as (
    select i.item_kind, i.item_id, i.received_at, i.is_received_timed, i.is_open, i.known_until
    from fct_items as i
    semi join told as t on t.item_kind = i.item_kind and t.item_id = i.item_id
),
beginnings as (
    select item_kind, item_id, received_at as from_at, is_received_timed as is_timed, false as is_message
    from items
    union all
    -- by a clock that is wrong an answer may come before what it answers
    select e.item_kind, e.item_id, greatest(e.occurred_at, i.received_at), e.is_timed, true
    from fct_events as e
    join items as i on i.item_kind = e.item_kind and i.item_id = e.item_id
    where e.kind = 'updated' and e.actor_kind in ('staff', 'unknown')
),
silences as (
    select *, row_number() over in_turn as turn, lead(from_at) over in_turn as to_at,
        is_timed and coalesce(lead(is_timed) over in_turn, true) as is_whole
    from beginnings
    window in_turn as (partition by item_kind, item_id order by from_at, is_message)
),
-- how much of it was open time
lasting as (
    select s.item_kind, s.item_id, s.turn, any_value(s.from_at) as from_at, any_value(s.is_message) as is_message,
        any_value(s.to_at) is null as is_last, any_value(s.is_timed) as is_timed,
        any_value(s.is_whole) and coalesce(bool_and(o.is_timed), true) as is_whole,
        coalesce(sum(minutes_between(greatest(s.from_at, o.from_at), least(coalesce(s.to_at, o.to_at), o.to_at))), 0) as minutes
    from silences as s
    left join fct_open_time as o on o.item_kind = s.item_kind and o.item_id = s.item_id
        and o.from_at < coalesce(s.to_at, 'infinity'::timestamptz) and o.to_at > s.from_at
    group by s.item_kind, s.item_id, s.turn
),
heard as (
    select item_kind, item_id, count(*) filter (is_message)::integer as messages, max(from_at) filter (is_message) as last_message_at,
        max(from_at) as silent_from_at, bool_and(is_whole) as is_whole, max(minutes) as longest_minutes,
        any_value(minutes) filter (is_last and is_timed) as minutes_now
    from lasting
    group by item_kind, item_id
),
instants as (
    select silent_from_at as from_at from heard
),
stretches as (
    select * from dim_calendar where calendar = 'main'
),
due as (
    select * from deadlines(instants, stretches, $cadence_kind, $cadence_amount, $timezone)
)
select h.item_kind, h.item_id, h.messages, h.last_message_at,
    case when h.is_whole then h.longest_minutes end as longest_silence_minutes,
    case when i.is_open then h.minutes_now end as silence_now_minutes,
    i.is_open and coalesce(d.due_at < i.known_until, false) as is_silent_now
from heard as h
join items as i on i.item_kind = h.item_kind and i.item_id = h.item_id
left join due as d on d.from_at = h.silent_from_at
