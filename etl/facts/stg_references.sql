-- What each trace of an escalation refers to: the tickets in the order in which it names them, and words that may be the
-- ids of other traces.
with recorded as (
    select r.source, r.item_id, r.ticket_id as written, r.parent_id, r.message_id is not null as is_message,
        {moment: coalesce(t.occurred_at, r.occurred_at, r.updated_at, r.exported_at), turn: t.turn, place: coalesce(r.source_order, 0), exported: r.exported_at, file: r.file_id, record: r.record} as turn
    from stg_records as r
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record and v.verdict = 'kept'
    left join stg_event_times as t on t.file_id = r.file_id and t.record = r.record
    where r.item_kind = 'escalation' and (r.grain = 'item' or coalesce(t.occurred_at, r.occurred_at) <= $as_of::timestamptz)
),
-- a message adds to the tickets of those before it; of other records the newest that names any counts
naming as (
    select source, item_id, written, turn, turn.moment as named_at
    from recorded
    where is_message and written is not null
    union all by name
    select source, item_id, arg_max(written, turn) as written, max(turn) as turn
    from recorded
    where not is_message and written is not null
    group by source, item_id
),
numbers as (
    select written, unnest(numbers) as ticket_id, generate_subscripts(numbers, 1) as place
    from stg_ticket_numbers
),
named as (
    select w.source, w.item_id, n.ticket_id, w.named_at, w.turn, n.place
    from naming as w
    join numbers as n on n.written = w.written
    union all by name
    select distinct source, item_id, ticket_id, 1 as place
    from stg_escalated_events
),
words as (
    select source, item_id, rtrim(unnest(regexp_split_to_array(written, '[\s,;()<>\[\]"'']+')), '.:') as word
    from naming
),
-- a bare number within a text may be anything, and is no reference
quoted as (
    select source, item_id, trim(written) as quote from naming
    union
    select source, item_id, parent_id as quote from recorded where parent_id is not null
    union
    select source, item_id, word as quote from words where not regexp_full_match(word, '\d*')
),
tickets as (
    select source, item_id, list({ticket_id: ticket_id, named_at: named_at} order by turn, place) as tickets
    from named
    group by source, item_id
),
quotes as (
    select source, item_id, list(quote order by quote) as quotes from quoted group by source, item_id
)
select coalesce(t.source, q.source) as source, coalesce(t.item_id, q.item_id) as item_id,
    coalesce(t.tickets, []) as tickets, coalesce(q.quotes, []) as quotes
from tickets as t
full join quotes as q on q.source = t.source and q.item_id = t.item_id
