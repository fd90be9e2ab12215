-- One row an item: whether a named owner was there all the time, from when it was acknowledged or should have had one.
-- Only time in which it was not done counts. Null is what cannot be told: where no source of the item names owners,
-- where it was first seen under way, and while its window has not begun.
with owning_sources as (
    select distinct source from stg_events where kind = 'assigned' and not is_assumed
),
told as (
    select item_kind, item_id from stg_descriptions where list_has_any(sources, (select list(source) from owning_sources))
    union
    select item_kind, item_id from fct_events where item_kind = 'escalation' and source in (from owning_sources)
),
instants as (
    select received_at as from_at from fct_items
),
stretches as (
    select * from dim_calendar where calendar = 'main'
),
due as (
    select * from deadlines(instants, stretches, $owner_within_kind, $owner_within_amount, $timezone)
),
windows as (
    select i.item_kind, i.item_id, i.is_open, i.is_first_seen_under_way, t.item_id is not null as is_told,
        least(i.acknowledged_at, d.due_at) as window_from_at,
        coalesce(i.resolved_at, case when not i.is_open then i.closed_at end, i.known_until) as window_to_at,
        i.acknowledged_at is null or i.acknowledge_minutes is not null as is_timed
    from fct_items as i
    left join due as d on d.from_at = i.received_at
    left join told as t on t.item_kind = i.item_kind and t.item_id = i.item_id
),
to_be_owned as (
    select o.item_kind, o.item_id, greatest(o.from_at, w.window_from_at) as from_at, o.to_at, o.is_open_now, w.is_timed and o.is_timed as is_timed
    from fct_open_time as o
    join windows as w on w.item_kind = o.item_kind and w.item_id = o.item_id
    where w.is_told and w.window_from_at <= o.to_at
),
owned as (
    select t.item_kind, t.item_id, greatest(o.from_at, t.from_at) as from_at, least(coalesce(o.to_at, t.to_at), t.to_at) as to_at,
        t.is_open_now, t.is_open_now and coalesce(o.to_at > t.to_at, true) as is_owned_now, t.is_timed
    from to_be_owned as t
    join fct_ownership as o on o.item_kind = t.item_kind and o.item_id = t.item_id
    where not o.is_assumed and o.from_at <= t.to_at and (o.to_at is null or o.to_at >= t.from_at)
),
pieces as (
    select *, false as is_owned_now, false as is_owned from to_be_owned
    union all by name
    select *, true as is_owned from owned
),
openings as (
    select * from opened_last(stretches)
),
clocked as (
    select p.*, epoch_us(p.to_at) - epoch_us(p.from_at) as microseconds,
        open_minutes_before(p.to_at, t.opens_at, t.closes_at, t.minutes_before)
            - open_minutes_before(p.from_at, f.opens_at, f.closes_at, f.minutes_before) as business_minutes
    from pieces as p
    left join openings as f on utc_day(p.from_at) = f.utc_day and p.from_at >= f.opens_at and p.from_at < f.next_opens_at
    left join openings as t on utc_day(p.to_at) = t.utc_day and p.to_at >= t.opens_at and p.to_at < t.next_opens_at
),
totals as (
    select item_kind, item_id, bool_and(is_timed) as is_timed, bool_or(is_owned_now) as is_owned_now,
        coalesce(max(to_at) filter (is_owned and is_open_now), max(from_at) filter (not is_owned and is_open_now)) as not_owned_since,
        coalesce(bool_or(is_owned and is_open_now), false) as was_owned_lately,
        coalesce(sum(microseconds) filter (not is_owned), 0) as window_microseconds,
        coalesce(sum(microseconds) filter (is_owned), 0) as owned_microseconds,
        coalesce(sum(business_minutes) filter (not is_owned), 0) as window_business_minutes,
        coalesce(sum(business_minutes) filter (is_owned), 0) as owned_business_minutes
    from clocked
    group by item_kind, item_id
),
judged as (
    select w.*, t.* exclude (item_kind, item_id, is_timed), coalesce(t.is_timed, true) and w.is_timed as is_clocked,
        coalesce(window_microseconds - owned_microseconds, 0) as unowned_microseconds,
        coalesce(w.window_from_at <= w.window_to_at, false) and w.is_told and not w.is_first_seen_under_way as can_be_told,
        case when w.is_told then w.is_open and coalesce(not t.is_owned_now, false) end as is_unowned_now
    from windows as w
    left join totals as t on t.item_kind = w.item_kind and t.item_id = w.item_id
)
select item_kind, item_id, window_from_at,
    case when can_be_told then unowned_microseconds = 0 and not is_unowned_now end as is_always_owned,
    case when can_be_told and is_clocked then coalesce(window_microseconds, 0) / 60e6 end as window_minutes,
    case when can_be_told and is_clocked then coalesce(window_business_minutes, 0) end as window_business_minutes,
    case when can_be_told and is_clocked then unowned_microseconds / 60e6 end as unowned_minutes,
    case when can_be_told and is_clocked and unowned_microseconds = 0 then 0
        when can_be_told and is_clocked then greatest(0, window_business_minutes - owned_business_minutes) end as unowned_business_minutes,
    is_unowned_now,
    case when is_unowned_now and (was_owned_lately or not is_first_seen_under_way) then not_owned_since end as unowned_since_at
from judged
