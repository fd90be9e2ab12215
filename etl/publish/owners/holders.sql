-- Who holds how many of the items that are open now, and since how many whole days the oldest. Shared mailboxes, automatic
-- accounts and who has left own nothing in the facts; whoever was erased stands in one row, and is no person.
with items as (
    select 'ticket' as item_kind, owner, opened_at as begun_at, known_until from fct_tickets where is_open
    union all
    select 'escalation', owner, received_at, known_until from fct_escalations where is_open
)
select owner,
    count(*) filter (item_kind = 'ticket')::integer as tickets,
    count(*) filter (item_kind = 'escalation')::integer as escalations,
    floor(max(minutes_between(begun_at, known_until)) filter (item_kind = 'ticket') / 1440)::integer as oldest_ticket_days,
    floor(max(minutes_between(begun_at, known_until)) filter (item_kind = 'escalation') / 1440)::integer as oldest_escalation_days
from items
where owner is not null
group by owner
