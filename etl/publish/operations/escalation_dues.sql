-- What each open escalation lacks, and when its requester should next hear: when that is due, and how long past that it
-- was when last known. Of what the sources cannot tell there is no row. Times in milliseconds.
with open_escalations as (
    select e.escalation_id, e.received_at, e.acknowledged_at, e.known_until, e.owner, e.is_only_mailbox,
        o.window_from_at, o.is_unowned_now, o.unowned_since_at, s.is_silent_now,
        coalesce(s.last_message_at, e.received_at) as silent_from_at
    from fct_escalations as e
    left join fct_owned as o on o.item_kind = 'escalation' and o.item_id = e.escalation_id
    left join fct_silences as s on s.item_kind = 'escalation' and s.item_id = e.escalation_id
    where e.is_open and e.outcome not in ('withdrawn', 'duplicate')
),
hours as (select * from dim_calendar where calendar = 'main'),
unacknowledged as (
    select escalation_id, known_until, received_at from open_escalations where acknowledged_at is null
),
to_be_updated as (
    select escalation_id, known_until, is_silent_now, silent_from_at as received_at from open_escalations where is_silent_now is not null
),
-- what came in after the log was exported may stand in it by now
logs as (
    select max(known_until) as known_until from dim_sources where item_kind = 'escalation' and not is_message
),
dues as (
    select escalation_id, known_until, 'acknowledgement' as what, due_at, coalesce(due_at < known_until, false) as is_overdue,
        true as is_missing, $acknowledged_kind as kind
    from with_due(unacknowledged, hours, $acknowledged_kind, $acknowledged_amount, $timezone)
    union all by name
    select escalation_id, known_until, 'owner' as what, is_unowned_now as is_overdue, true as is_missing, $owner_within_kind as kind,
        -- one who left was missing from then on
        coalesce(case when is_unowned_now then unowned_since_at end, window_from_at) as due_at
    from open_escalations
    where is_unowned_now or (is_unowned_now is not null and owner is null and window_from_at > known_until)
    union all by name
    select escalation_id, known_until, 'update' as what, due_at, is_silent_now as is_overdue, is_silent_now as is_missing, $cadence_kind as kind
    from with_due(to_be_updated, hours, $cadence_kind, $cadence_amount, $timezone)
    union all by name
    select e.escalation_id, e.known_until, 'log_entry' as what, null::timestamptz as due_at, false as is_overdue, true as is_missing,
        'business' as kind
    from open_escalations as e
    join logs as l on e.received_at <= l.known_until
    where e.is_only_mailbox
)
select d.escalation_id as id, d.what, epoch_ms(d.due_at)::double as due_at, d.is_overdue, d.is_missing,
    case when d.is_overdue then greatest(0, coalesce(minutes_between(d.due_at, d.known_until), 0)) else 0 end as overdue_minutes,
    case when d.is_overdue then greatest(0, open_minutes_before(d.known_until, k.opens_at, k.closes_at, k.minutes_before)
        - open_minutes_before(d.due_at, f.opens_at, f.closes_at, f.minutes_before)) else 0 end as overdue_business_minutes,
    case when d.kind = 'elapsed' then 'elapsed' else 'business' end as clock
from dues as d
asof left join hours as f on d.due_at >= f.opens_at
asof left join hours as k on d.known_until >= k.opens_at
