-- The issue of each ticket: of those that say the same, or without a text its category, subcategory and item.
with read as (
    select t.ticket_id, t.opened_at, t.requester, t.category, t.subcategory, t.item,
        case when not list_contains($never_group, lower(coalesce(t.service, ''))) then d.subject end as text
    from fct_tickets as t
    join stg_descriptions as d on d.item_kind = 'ticket' and d.item_id = t.ticket_id
)
select r.ticket_id, r.opened_at, r.requester, x.group_id is not null as is_by_text, coalesce(x.words, []) as words,
    coalesce(x.group_id, 'c-' || left(md5(concat_ws('|', r.category, r.subcategory, coalesce(r.item, ''))), 12)) as group_id,
    concat_ws(' · ', r.category, r.subcategory) as category_label
from read as r
left join stg_texts as x on x.text = r.text
where x.group_id is not null or (r.category is not null and r.subcategory is not null)
