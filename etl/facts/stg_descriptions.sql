-- What describes an item besides its status, owner and team: the newest value that the first-named source states,
-- or what someone corrected it to.
with recorded as (
    select r.rowid as row, r.item_kind, r.item_id, r.source, r.grain, r.source_rank, r.source_order, r.exported_at, r.file_id, r.record, t.turn,
        coalesce(t.occurred_at, r.occurred_at) as occurred_at,
        coalesce(t.occurred_at, r.occurred_at, r.updated_at, r.exported_at) as stated_at
    from stg_records as r
    join stg_versions as v on v.file_id = r.file_id and v.record = r.record
    left join stg_event_times as t on t.file_id = r.file_id and t.record = r.record
    where v.verdict = 'kept' and (r.message_id is null or r.begun_at <= $as_of::timestamptz)
),
-- a thread that goes on with another escalation has said of that one what it said before
whose as (
    select r.* replace (coalesce(t.escalation_id, r.item_id) as item_id)
    from recorded as r
    left join (select 'escalation'::item_kind as item_kind, * from stg_joined_traces where not is_as_told) as t on t.item_kind = r.item_kind
        and t.source = r.source and t.item_id = r.item_id
        and coalesce(r.occurred_at, '-infinity'::timestamptz) < coalesce(t.until_at, 'infinity'::timestamptz)
),
-- the greatest is to be believed. Most tickets have one record, and there is nothing to choose.
in_turn as (
    select row, item_kind, item_id, grain = 'item' or occurred_at <= $as_of::timestamptz as is_by_now, stated_at <= $as_of::timestamptz as is_stated_by_now,
        row_number() over (partition by item_kind, item_id
            order by source_rank desc, stated_at, turn, coalesce(source_order, 0), exported_at, file_id, record) as precedence,
        item_kind = 'ticket' and is_by_now and count(*) over (partition by item_kind, item_id) = 1 as is_alone
    from whose
),
told as not materialized (
    select r.* replace (t.item_id as item_id), t.is_by_now, t.is_stated_by_now, t.precedence, t.is_alone
    from in_turn as t
    join stg_records as r on r.rowid = t.row
),
stated as (
    select item_kind, item_id,
        arg_max(kind, precedence) as kind,
        arg_max(priority, precedence) as priority,
        arg_max(service, precedence) as service,
        arg_max(category, precedence) as category,
        arg_max(subcategory, precedence) as subcategory,
        arg_max(item, precedence) as item,
        arg_max(department, precedence) as department,
        arg_max(place, precedence) as place,
        arg_max(parent_id, precedence) as parent_id,
        arg_max(is_major, precedence) as is_major,
        arg_max(problem, precedence) as problem,
        arg_max(requester, precedence) as requester,
        arg_max(route, precedence) as route,
        arg_max(reason, precedence) as reason,
        arg_max(impact, precedence) as impact,
        arg_max(wanted, precedence) as wanted,
        arg_max(needed_by, precedence) as needed_by,
        arg_max(outcome, precedence) filter (is_stated_by_now) as outcome,
        arg_max(closed_by, precedence) filter (is_stated_by_now) as closed_by,
        arg_max(satisfaction, precedence) filter (is_stated_by_now) as satisfaction,
        min(logged_at) filter (logged_at <= $as_of::timestamptz) as logged_at
    from told
    where is_by_now and not is_alone
    group by item_kind, item_id
),
-- What a ticket was about at first, as the earliest export had it, also where that row repeats another or was overtaken: so
-- no edit moves it to another issue. A day alone counts from its beginning, which is the same in every export.
first_subjects as (
    select item_kind, item_id,
        arg_min(subject, (source_rank, coalesce(occurred_earliest, updated_at, exported_at), exported_at,
            coalesce(source_order, 0), file_id, record)) as subject
    from stg_records
    where fault is null and subject is not null and (grain = 'item' or occurred_earliest <= $as_of::timestamptz)
    group by item_kind, item_id
),
marked as (
    select item_kind, item_id, list_sort(list_distinct(flatten(list(flags)))) as flags,
        list_sort(list_distinct(list(source))) as sources
    from (
        select item_kind, item_id, flags, source from told where not is_alone
        union all by name
        select 'escalation'::item_kind as item_kind, escalation_id as item_id, []::varchar[] as flags, source from stg_joined_traces
        where escalation_id in (select item_id from stg_corrections)
        union all by name
        -- what a ticket tells of its escalation by the day alone
        select distinct item_kind, item_id, ['date_only'] as flags, source from stg_joined_events
        where not is_timed and not is_first_sight and source in (select source from dim_sources where has_escalated_when)
    )
    group by item_kind, item_id
),
described as (
    select m.flags, m.sources, m.item_kind, m.item_id, s.* exclude (item_kind, item_id)
    from marked as m
    left join stated as s on s.item_kind = m.item_kind and s.item_id = m.item_id
    union all by name
    select item_kind, item_id, list_sort(list_distinct(flags)) as flags, [source] as sources,
        kind, priority, service, category, subcategory, item, department, place, parent_id, is_major, problem, requester, route,
        reason, impact, wanted, needed_by,
        case when is_stated_by_now then outcome end as outcome, case when is_stated_by_now then closed_by end as closed_by,
        case when is_stated_by_now then satisfaction end as satisfaction,
        case when logged_at <= $as_of::timestamptz then logged_at end as logged_at
    from told
    where is_alone
)
select d.item_kind::item_kind as item_kind, d.item_id, d.flags, d.sources,
    -- of some services nobody's words are to be read
    case when not list_contains($never_group, lower(coalesce(c.said['service'], d.service, ''))) then f.subject end as subject,
    d.* exclude (item_kind, item_id, flags, sources) replace (
        coalesce(c.said['kind'], d.kind)::word as kind,
        coalesce(c.said['priority'], d.priority)::word as priority,
        coalesce(c.said['service'], d.service)::word as service,
        coalesce(c.said['category'], d.category)::word as category,
        coalesce(c.said['subcategory'], d.subcategory)::word as subcategory,
        coalesce(c.said['item'], d.item)::word as item,
        coalesce(c.said['department'], d.department)::word as department,
        coalesce(c.said['place'], d.place)::word as place,
        coalesce(c.said['parent_id'], d.parent_id) as parent_id,
        coalesce(c.said['problem'], d.problem)::word as problem,
        coalesce(c.said['route'], d.route)::word as route,
        coalesce(c.said['reason'], d.reason)::word as reason,
        coalesce(c.said['impact'], d.impact)::word as impact,
        coalesce(c.said['wanted'], d.wanted)::word as wanted,
        coalesce(c.said['outcome'], d.outcome)::word as outcome,
        coalesce(c.said['closed_by'], d.closed_by)::word as closed_by,
        coalesce(c.said['satisfaction'], d.satisfaction)::word as satisfaction,
        coalesce(try_cast(c.said['is_major'] as boolean), d.is_major) as is_major,
        coalesce(try_cast(c.said['needed_by'] as date), d.needed_by) as needed_by
    )
from described as d
left join first_subjects as f on f.item_kind = d.item_kind and f.item_id = d.item_id
left join stg_corrections as c on c.item_id = d.item_id
