-- One row a landed record of one source, cast and mapped: what it says, and why it was set aside where it was.
with packed as (
    select *, struct_pack(
        id, ticket_id, opened_at, received_at, logged_at, acknowledged_at, first_response_at, updated_at, first_resolved_at,
        resolved_at, closed_at, closed_by, owner, team, status, kind, priority, service, category, subcategory, item,
        department, place, parent_id, is_major, problem, requester, route, reason, impact, wanted, needed_by, outcome,
        reopen_count, satisfaction, event, actor, escalated_by, escalated_at) as said
    from landed
),
cells as (
    select *, hash(said) as content, file_of(filename)::landed_file as file_id
    from packed
),
clocked as (
    select cells.*, f.exported_at,
        clock_time("at", $at_formats, $at_day_formats, $at_offset_formats) as at_clock,
        clock_time(case when $item_kind = 'escalation' then opened_at else coalesce(opened_at, received_at) end, $opened_at_formats, $opened_at_day_formats, $opened_at_offset_formats) as opened_clock,
        clock_time(case when $item_kind = 'escalation' then coalesce(received_at, opened_at, logged_at) else received_at end, $received_at_formats, $received_at_day_formats, $received_at_offset_formats) as received_clock,
        clock_time(logged_at, $logged_at_formats, $logged_at_day_formats, $logged_at_offset_formats) as logged_clock,
        clock_time(acknowledged_at, $acknowledged_at_formats, $acknowledged_at_day_formats, $acknowledged_at_offset_formats) as acknowledged_clock,
        clock_time(first_response_at, $first_response_at_formats, $first_response_at_day_formats, $first_response_at_offset_formats) as first_response_clock,
        clock_time(updated_at, $updated_at_formats, $updated_at_day_formats, $updated_at_offset_formats) as updated_clock,
        clock_time(first_resolved_at, $first_resolved_at_formats, $first_resolved_at_day_formats, $first_resolved_at_offset_formats) as first_resolved_clock,
        clock_time(resolved_at, $resolved_at_formats, $resolved_at_day_formats, $resolved_at_offset_formats) as resolved_clock,
        clock_time(closed_at, $closed_at_formats, $closed_at_day_formats, $closed_at_offset_formats) as closed_clock,
        clock_time(escalated_at, $escalated_at_formats, $escalated_at_day_formats, $escalated_at_offset_formats) as escalated_clock,
        clock_time(needed_by, $needed_by_formats, $needed_by_day_formats, $needed_by_offset_formats) as needed_clock
    from cells
    join dim_files as f on f.file_id = cells.file_id
),
dated as (
    select * exclude (at_clock, opened_clock, received_clock, logged_clock, acknowledged_clock, first_response_clock, updated_clock, first_resolved_clock, resolved_clock, closed_clock, escalated_clock, needed_clock),
        located(at_clock, $timezone) as at_time,
        located(opened_clock, $timezone) as opened_time,
        located(received_clock, $timezone) as received_time,
        located(logged_clock, $timezone) as logged_time,
        located(acknowledged_clock, $timezone) as acknowledged_time,
        located(first_response_clock, $timezone) as first_response_time,
        located(updated_clock, $timezone) as updated_time,
        located(first_resolved_clock, $timezone) as first_resolved_time,
        located(resolved_clock, $timezone) as resolved_time,
        located(closed_clock, $timezone) as closed_time,
        located(escalated_clock, $timezone) as escalated_time,
        located(needed_clock, $timezone) as needed_time
    from clocked
),
meant as (
    select *,
        case when $item_kind = 'escalation' then received_time else opened_time end as begin_time,
        coalesce(meaning(status, $status_written, $status_meant),
            case when status in ('new', 'in_progress', 'waiting', 'resolved', 'closed', 'cancelled') then status end) as status_meant,
        coalesce(meaning(event, $event_written, $event_meant),
            case when list_contains($event_kinds, event) then event end) as event_meant,
case when ("at" is not null and at_time.latest is null) or (opened_at is not null and opened_time.latest is null) or (received_at is not null and received_time.latest is null) or (logged_at is not null and logged_time.latest is null) or (acknowledged_at is not null and acknowledged_time.latest is null) or (first_response_at is not null and first_response_time.latest is null) or (updated_at is not null and updated_time.latest is null) or (first_resolved_at is not null and first_resolved_time.latest is null) or (resolved_at is not null and resolved_time.latest is null) or (closed_at is not null and closed_time.latest is null) or (escalated_at is not null and escalated_time.latest is null) or (needed_by is not null and needed_time.latest is null) then case
            when "at" is not null and at_time.latest is null then 'at'
            when opened_at is not null and opened_time.latest is null then 'opened_at'
            when received_at is not null and received_time.latest is null then 'received_at'
            when logged_at is not null and logged_time.latest is null then 'logged_at'
            when acknowledged_at is not null and acknowledged_time.latest is null then 'acknowledged_at'
            when first_response_at is not null and first_response_time.latest is null then 'first_response_at'
            when updated_at is not null and updated_time.latest is null then 'updated_at'
            when first_resolved_at is not null and first_resolved_time.latest is null then 'first_resolved_at'
            when resolved_at is not null and resolved_time.latest is null then 'resolved_at'
            when closed_at is not null and closed_time.latest is null then 'closed_at'
            when escalated_at is not null and escalated_time.latest is null then 'escalated_at'
            when needed_by is not null and needed_time.latest is null then 'needed_by' end end as unread_date
    from dated
),
judged as (
    select *,
        case
            when rejected_as is not null then rejected_as
            when id is null then 'missing_id'
            when unread_date is not null then 'bad_date'
            when $grain = 'event' and at_time.latest is null then 'missing_time'
            when $grain = 'item' and begin_time.latest is null then 'missing_time'
            when status is not null and status_meant is null then 'unknown_value'
            when event is not null and event_meant is null then 'unknown_value'
            when greatest(at_time.earliest, begin_time.earliest, case when $grain = 'item' then updated_time.earliest end)
                > days_after(exported_at, 1) then 'future'
        end as fault
    from meant
)
select
    $source::source_name as source,
    $source_rank::integer as source_rank,
    $item_kind::item_kind as item_kind,
    $grain::record_grain as grain,
    $timezone as timezone,
    file_id,
    record,
    exported_at,
    fault,
    case fault
        when 'missing_id' then $id_column
        when 'bad_date' then unread_date
        when 'missing_time' then case when $grain = 'event' then 'at' when $item_kind = 'escalation' then 'received_at' else 'opened_at' end
        when 'unknown_value' then case when status is not null and status_meant is null then 'status' else 'event' end
        when 'future' then case
            when begin_time.earliest > days_after(exported_at, 1)
                then case when $item_kind = 'escalation' then 'received_at' else 'opened_at' end
            when $grain = 'event' then 'at' else 'updated_at' end
    end as fault_column,
    content,
    -- what a record holds that was set aside for what it says; one that was for its shape is kept elsewhere
    case when fault is not null and rejected_as is null
        then json_merge_patch('{}', json_merge_patch(to_json({"at": "at"}), to_json(said)))::varchar end as cells,
    id as item_id,
    at_time.latest as occurred_at,
    at_time.earliest as occurred_earliest,
    coalesce(at_time.is_day, false) as is_day,
    -- what a wall time of the hour that clocks repeat may mean as well
    case when at_time.flag = 'tz_ambiguous' then case
        when timezone($timezone, at_time.latest - interval 1 hour) = timezone($timezone, at_time.latest)
            then at_time.latest - interval 1 hour else at_time.latest - interval 30 minute end
    end as earlier_reading_at,
    try_cast("order" as double) as source_order,
    event_meant::event_kind as event,
    status_meant::item_status as status,
    coalesce(meaning(owner, $owner_written, $owner_meant), owner) as owner,
    coalesce(meaning(team, $team_written, $team_meant), team) as team,
    actor,
    actor_kind::actor_kind as actor_kind,
    case when $id_column = 'message_id' then message_id end as message_id,
    time_known(begin_time, exported_at) as begun_at,
    begin_time.earliest as begun_earliest,
    time_known(logged_time, exported_at) as logged_at,
    time_known(acknowledged_time, exported_at) as acknowledged_at,
    acknowledged_time.earliest as acknowledged_earliest,
    time_known(first_response_time, exported_at) as first_response_at,
    first_response_time.earliest as first_response_earliest,
    updated_time.latest as updated_at,
    time_known(first_resolved_time, exported_at) as first_resolved_at,
    first_resolved_time.earliest as first_resolved_earliest,
    time_known(resolved_time, exported_at) as resolved_at,
    resolved_time.earliest as resolved_earliest,
    time_known(closed_time, exported_at) as closed_at,
    closed_time.earliest as closed_earliest,
    escalated_time.latest as escalated_at,
    -- files landed by an earlier version hold the cell itself
    escalated_by is not null and (escalated_by = 'true' or regexp_matches(escalated_by, $escalated_pattern)) as is_escalated,
    ticket_id,
    coalesce(meaning(kind, $kind_written, $kind_meant), kind) as kind,
    coalesce(meaning(priority, $priority_written, $priority_meant), priority) as priority,
    coalesce(meaning(service, $service_written, $service_meant), service) as service,
    coalesce(meaning(category, $category_written, $category_meant), category) as category,
    coalesce(meaning(subcategory, $subcategory_written, $subcategory_meant), subcategory) as subcategory,
    coalesce(meaning(item, $item_written, $item_meant), item) as item,
    coalesce(meaning(department, $department_written, $department_meant), department) as department,
    coalesce(meaning(place, $place_written, $place_meant), place) as place,
    parent_id,
    subject,
    lower(coalesce(meaning(is_major, $is_major_written, $is_major_meant), is_major)) in ('true', 'yes', '1') as is_major,
    coalesce(meaning(problem, $problem_written, $problem_meant), problem) as problem,
    requester,
    coalesce(meaning(route, $route_written, $route_meant), route) as route,
    coalesce(meaning(reason, $reason_written, $reason_meant), reason) as reason,
    coalesce(meaning(impact, $impact_written, $impact_meant), impact) as impact,
    coalesce(meaning(wanted, $wanted_written, $wanted_meant), wanted) as wanted,
    timezone($timezone, needed_time.latest)::date as needed_by,
    coalesce(meaning(outcome, $outcome_written, $outcome_meant), outcome) as outcome,
    coalesce(meaning(closed_by, $closed_by_written, $closed_by_meant), closed_by) as closed_by,
    coalesce(meaning(satisfaction, $satisfaction_written, $satisfaction_meant), satisfaction) as satisfaction,
    case when coalesce(at_time.flag, begin_time.flag, acknowledged_time.flag, resolved_time.flag, closed_time.flag, updated_time.flag) is null
        and not coalesce(begin_time.is_day or acknowledged_time.is_day or resolved_time.is_day or closed_time.is_day or at_time.is_day, false)
        and not coalesce(greatest(at_time.earliest, begin_time.earliest) > exported_at, false) then []::varchar[]
    else list_filter(list_distinct([
        at_time.flag, begin_time.flag, acknowledged_time.flag, resolved_time.flag, closed_time.flag, updated_time.flag,
        case when begin_time.is_day or acknowledged_time.is_day or resolved_time.is_day or closed_time.is_day or at_time.is_day
            then 'date_only' end,
        case when fault is null and greatest(at_time.earliest, begin_time.earliest) > exported_at then 'future' end
    ]), lambda flag: flag is not null) end as flags
from judged
