-- One row for each stretch of an item's open time, of items of which a source has messages: whether the requester had
-- heard from a person within the cadence. The receipt is no message.
with items as (
    select i.item_kind, i.item_id, i.received_at
    from fct_items as i
    semi join fct_silences as s on s.item_kind = i.item_kind and s.item_id = i.item_id
),
messages as (
    select e.item_kind, e.item_id, greatest(e.occurred_at, i.received_at) as sent_at
    from fct_events as e
    join items as i on i.item_kind = e.item_kind and i.item_id = e.item_id
    where e.kind = 'updated' and e.actor_kind in ('staff', 'unknown')
),
instants as (
    select sent_at as from_at from messages
),
stretches as (
    select * from dim_calendar where calendar = 'main'
),
due as (
    select * from deadlines(instants, stretches, $cadence_kind, $cadence_amount, $timezone)
),
answered as (
    select m.item_kind, m.item_id, m.sent_at,
        max(d.due_at) over (partition by m.item_kind, m.item_id order by m.sent_at
            rows between unbounded preceding and 1 preceding) as heard_until,
        max(d.due_at) over (partition by m.item_kind, m.item_id) as heard_until_at_last
    from messages as m
    join due as d on d.from_at = m.sent_at
),
heard as (
    select item_kind, item_id, sent_at as from_at,
        coalesce(lead(heard_until) over (partition by item_kind, item_id order by sent_at), heard_until_at_last) as to_at
    from answered
    where heard_until is null or sent_at > heard_until
),
unheard as (
    select i.item_kind, i.item_id, i.received_at as from_at, coalesce(min(h.from_at), 'infinity'::timestamptz) as to_at
    from items as i
    left join heard as h on h.item_kind = i.item_kind and h.item_id = i.item_id
    group by i.item_kind, i.item_id, i.received_at
    union all
    select item_kind, item_id, to_at,
        coalesce(lead(from_at) over (partition by item_kind, item_id order by from_at), 'infinity'::timestamptz)
    from heard
),
told as (
    select *, true as is_heard from heard
    union all by name
    select *, false as is_heard from unheard
)
select t.item_kind, t.item_id, greatest(t.from_at, o.from_at) as from_at, least(t.to_at, o.to_at) as to_at, t.is_heard
from told as t
join fct_open_time as o on o.item_kind = t.item_kind and o.item_id = t.item_id
where greatest(t.from_at, o.from_at) < least(t.to_at, o.to_at)
