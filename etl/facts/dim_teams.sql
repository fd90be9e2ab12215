-- Every team, and what its figures stand under: those of a team of few people would be those of persons, so such teams
-- stand together. People are who owned an item that is its now, in the last 91 days; a team in which nobody was ever named has none.
with items as (
    select 'ticket'::item_kind as item_kind, ticket_id as item_id, team from fct_tickets
    union all
    select 'escalation'::item_kind, escalation_id, team from fct_escalations
),
named as (
    select team from items
    union
    select team from fct_events
),
owners as (
    select i.team,
        count(distinct o.owner) filter (coalesce(o.to_at, $as_of::timestamptz) > $as_of::timestamptz - interval 91 days)::integer as people
    from fct_ownership as o
    join items as i on i.item_kind = o.item_kind and i.item_id = o.item_id
    where not o.is_assumed and o.to_at is distinct from o.from_at
    group by i.team
)
select n.team, o.people, case when o.people < 5 then 'Small teams' else n.team end::word as shown_as
from named as n
left join owners as o on o.team = n.team
where n.team is not null
