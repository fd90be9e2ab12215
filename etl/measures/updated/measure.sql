-- How much of its open working time the requester had heard of it lately, day by day; the longest silence, and who waits
-- for word now.
with stretches as (
    select h.item_kind, h.item_id, h.from_at, h.to_at, h.is_heard
    from fct_heard as h
    join fct_all_items as i on i.item_kind = h.item_kind and i.item_id = h.item_id
    where not i.is_left_out and h.to_at > h.from_at
),
days as (
    select *, timezone($timezone, unnest(generate_series(
        timezone($timezone, from_at)::date, timezone($timezone, to_at)::date, interval 1 day))::timestamp) as day_begins_at
    from stretches
),
pieces as (
    select item_kind, item_id, is_heard, timezone($timezone, day_begins_at)::date as day,
        greatest(from_at, day_begins_at) as from_at,
        least(to_at, timezone($timezone, (timezone($timezone, day_begins_at)::date + 1)::timestamp)) as to_at
    from days
),
hours as (select * from dim_calendar where calendar = 'main'),
measured as (
    select p.item_kind, p.item_id, p.day, p.is_heard,
        open_minutes_before(p.to_at, t.opens_at, t.closes_at, t.minutes_before)
            - open_minutes_before(p.from_at, f.opens_at, f.closes_at, f.minutes_before) as open_minutes
    from pieces as p
    asof left join hours as f on p.from_at >= f.opens_at
    asof left join hours as t on p.to_at >= t.opens_at
),
silences as (
    select s.*, i.received_day, i.received_at, i.known_until
    from fct_silences as s
    join fct_all_items as i on i.item_kind = s.item_kind and i.item_id = s.item_id
    where not i.is_left_out
)
select 'share' as part, 'heard' as id, item_kind, item_id, day, coalesce(sum(open_minutes) filter (is_heard), 0) as hit, sum(open_minutes) as weight,
    null::varchar as clock, null::varchar as unit, null::double as value, null::integer as n
from measured
group by item_kind, item_id, day
having sum(open_minutes) > 0
union all by name
select 'now' as part, 'silent' as id, item_kind, item_id, received_day as day, coalesce(last_message_at, received_at) as since_at
from silences
where is_silent_now
union all by name
select 'figure' as part, 'longest_silence' as id, item_kind, 'elapsed' as clock, 'minutes' as unit,
    max(longest_silence_minutes) as value, count(*)::integer as n
from silences
where received_day > timezone($timezone, known_until)::date - 365
group by item_kind
