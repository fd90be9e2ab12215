-- One row a trace: what one source tells of one escalation, as far as it is compared with others. `is_alone`: none shares
-- its id or a ticket, or refers to it.
with happened as (
    select source, source_rank, item_id, occurred_at, kind, status, position, place
    from stg_events
    where item_kind = 'escalation'
    union all by name
    select source, source_rank, item_id, occurred_at, kind, status, position, place
    from stg_escalated_events
),
received as (
    select source, source_rank, item_id, min(occurred_at) as received_at
    from happened
    where kind = 'received'
    group by source, source_rank, item_id
),
stood as (
    select source, item_id, occurred_at, status in ('resolved', 'closed', 'cancelled') as is_done,
        lead(occurred_at) over (partition by source, item_id order by occurred_at, position, place) as until_at
    from happened
    where kind in ('status_changed', 'resolved', 'closed', 'cancelled', 'reopened') and status is not null
),
statuses as (
    select source, item_id, list({began: occurred_at, ended: until_at} order by occurred_at, until_at) filter (is_done) as done
    from stood
    group by source, item_id
),
-- an export that has a status, even if it is new to this day
status_told as (
    select distinct r.source, r.item_id
    from stg_records as r
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record and v.verdict in ('kept', 'superseded')
    left join stg_event_times as t on t.file_id = r.file_id and t.record = r.record
    where r.item_kind = 'escalation' and r.status is not null
        and coalesce(t.occurred_at, r.occurred_at, r.updated_at, r.exported_at) <= $as_of::timestamptz
),
chasers as (
    select h.source, h.item_id, list({moment: h.occurred_at, position: h.position::integer} order by h.position) as chased
    from happened as h
    join dim_sources as s on s.source = h.source and s.is_message
    where h.kind = 'chased'
    group by h.source, h.item_id
),
named as (
    select distinct source, item_id, unnest(tickets).ticket_id as ticket_id from stg_references
),
quoting as (
    select q.source as quoting_source, q.item_id as quoting_item, r.source, r.item_id
    from (select source, item_id, unnest(quotes) as quote from stg_references) as q
    join received as r on r.item_id = q.quote and r.source <> q.source
),
in_company as (
    select source, item_id from named qualify count(*) over (partition by ticket_id) > 1
    union
    select quoting_source, quoting_item from quoting
    union
    select source, item_id from quoting
    union
    select source, item_id from received qualify count(*) over (partition by item_id) > 1
)
select r.source, r.source_rank, r.item_id, r.received_at, s.is_message,
    s.item_kind = 'ticket' or t.source is not null or d.source is not null as states_status,
    coalesce(n.tickets, []) as tickets, coalesce(n.quotes, []) as quotes, coalesce(d.done, []) as done,
    coalesce(c.chased, []) as chased, i.source is null as is_alone
from received as r
join dim_sources as s on s.source = r.source
left join statuses as d on d.source = r.source and d.item_id = r.item_id
left join status_told as t on t.source = r.source and t.item_id = r.item_id
left join chasers as c on c.source = r.source and c.item_id = r.item_id
left join stg_references as n on n.source = r.source and n.item_id = r.item_id
left join in_company as i on i.source = r.source and i.item_id = r.item_id
