-- One row a message of one source, as a landed record of the escalation that its thread is. The first message that a
-- person wrote to the mailbox is the request; what went out before it, and does not refer to it, answers nothing.
with threaded as (
    select l.*, t.thread, f.exported_at,
        instant(l."at", $at_formats, $at_day_formats, $at_offset_formats, $timezone) as moment,
        instant(l.needed_by, $needed_by_formats, $needed_by_day_formats, $needed_by_offset_formats, $timezone) as needed
    from landed as l
    left join message_threads as t on t.source = $source and t.message_id = l.message_id
    left join dim_files as f on f.file_id = file_of(l.filename)
),
requests as (
    select thread,
        arg_min(message_id, {time: moment.latest, id: message_id}) as message_id,
        arg_min("at", {time: moment.latest, id: message_id}) as received_at,
        min(moment.latest) as received_time,
        arg_min(coalesce(requester, actor), {time: moment.latest, id: message_id}) as requester
    from threaded
    where direction = 'in' and rejected_as is null and moment.earliest <= days_after(exported_at, 1)
        and (needed_by is null or needed.latest is not null)
    group by thread
),
placed as (
    select t.*, r.received_at as thread_received_at, r.requester as thread_requester,
        t.message_id = r.message_id as is_request,
        t.direction in ('out', 'auto_out') and t.moment.latest < r.received_time
            and not list_contains(string_split(coalesce(t.parents, ''), ' '), r.message_id) as is_unasked,
        dense_rank() over (partition by t.thread
            order by t.moment.latest, list_position(['in', 'auto_in', 'out', 'auto_out'], t.direction), t.message_id) as turn
    from threaded as t
    left join requests as r on r.thread = t.thread
)
select record, rejected_as, filename, message_id,
    thread as id, "at", turn::varchar as "order",
    case
        when is_request then 'received'
        when is_unasked then 'noted'
        when direction = 'in' then 'chased'
        when direction = 'out' then 'updated'
        when direction = 'auto_out' then 'auto_acknowledged'
        else 'noted'
    end as event,
    case direction when 'in' then 'requester' when 'out' then 'staff' when 'auto_in' then 'system' when 'auto_out' then 'system'
        else 'unknown' end as actor_kind,
    coalesce(actor, case when direction = 'in' then requester end) as actor,
    thread_requester as requester, thread_received_at as received_at,
    case when direction = 'out' and not is_unasked then owner end as owner,
    ticket_id,
    case when direction = 'in' then reason end as reason,
    case when direction = 'in' then impact end as impact,
    case when direction = 'in' then wanted end as wanted,
    case when direction = 'in' then needed_by end as needed_by,
    case when is_request then coalesce(route, 'mailbox') end as route
from placed
