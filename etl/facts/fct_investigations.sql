-- One row an escalation that was investigated: when someone first did something about the matter after acknowledging it.
-- One that was resolved at the first touch is investigated by that. Nobody need be named where a source names nobody.
with naming_sources as (
    select distinct source from stg_events where kind <> 'received' and actor is not null
),
escalations as (
    select i.item_kind, i.item_id, i.received_at, i.is_received_timed, i.acknowledged_at, i.acknowledged_basis = 'resolution' as is_first_touch,
        i.is_acknowledged_on_a_day, e.file_id, e.record, e.position
    from fct_items as i
    join fct_events as e on e.item_kind = i.item_kind and e.item_id = i.item_id and e.position = i.acknowledged_position
    where i.item_kind = 'escalation' and i.acknowledged_at is not null
),
happened as (
    select e.item_kind, e.item_id, e.occurred_at, e.occurred_at_earliest, e.file_id, e.record, e.position, e.is_timed, e.is_first_sight, e.basis = 'resolution' as is_resolution,
        e.actor_kind = 'staff' or (e.actor_kind = 'unknown' and e.source not in (from naming_sources)) as is_by_staff,
        case
            when e.kind = 'updated' then 'message'
            when e.kind = 'noted' then 'note'
            when e.kind in ('team_changed', 'assigned', 'unassigned') and not e.is_assumed then 'handoff'
            when e.kind in ('status_changed', 'reopened') then 'status'
            when e.kind in ('resolved', 'closed', 'cancelled') then 'resolution'
        end as deed
    from fct_events as e
    where e.item_kind = 'escalation'
),
deeds as (
    select h.item_kind, h.item_id, h.occurred_at, h.occurred_at_earliest, h.position, h.is_timed, h.is_first_sight,
        case when i.is_first_touch then 'resolution' else h.deed end as deed
    from happened as h
    join escalations as i on i.item_kind = h.item_kind and i.item_id = h.item_id
    where case
        when i.is_first_touch then h.occurred_at = i.acknowledged_at and h.is_resolution
        -- what was acknowledged some time that day was so before the next row, at the latest
        when i.is_acknowledged_on_a_day and h.position > i.position and (h.file_id, h.record) <> (i.file_id, i.record)
            then h.is_by_staff and h.deed is not null
        when h.occurred_at = i.acknowledged_at then h.is_by_staff and h.deed = 'resolution'
        else h.is_by_staff and h.deed is not null and h.occurred_at > i.acknowledged_at
    end
),
firsts as (
    select item_kind, item_id, min(occurred_at) as investigated_at, arg_min(deed, position) as investigated_basis,
        arg_min(is_timed, position) as is_timed, arg_min(is_first_sight, position) as is_bound,
        arg_min(occurred_at_earliest, position) as investigated_earliest_at
    from deeds
    group by item_kind, item_id
),
stretches as (
    select * from dim_calendar where calendar = 'main'
),
clocked as (
    select f.*, i.is_received_timed,
        greatest(0, minutes_between(i.received_at, f.investigated_at)) as elapsed_to_investigate,
        open_minutes_before(i.received_at, r.opens_at, r.closes_at, r.minutes_before) as open_at_receipt,
        open_minutes_before(f.investigated_at, d.opens_at, d.closes_at, d.minutes_before) as open_at_investigation
    from firsts as f
    join escalations as i on i.item_kind = f.item_kind and i.item_id = f.item_id
    asof left join stretches as r on i.received_at >= r.opens_at
    asof left join stretches as d on f.investigated_at >= d.opens_at
)
select item_kind, item_id, investigated_at, investigated_basis, is_timed, is_bound, investigated_earliest_at,
    case when is_received_timed and is_timed then elapsed_to_investigate end as investigate_minutes,
    case when is_received_timed and is_timed then greatest(0, open_at_investigation - open_at_receipt) end as investigate_business_minutes
from clocked
