-- The issue of each ticket: of those that say the same, or without a text its category, subcategory and item.
select t.ticket_id, t.opened_at, t.requester, x.group_id is not null as is_by_text, coalesce(x.words, []) as words,
    coalesce(x.group_id, 'c-' || left(md5(concat_ws('|', t.category, t.subcategory, coalesce(t.item, ''))), 12)) as group_id,
    concat_ws(' · ', t.category, t.subcategory) as category_label
from fct_tickets as t
join stg_descriptions as d on d.item_kind = 'ticket' and d.item_id = t.ticket_id
left join stg_texts as x on x.text = d.subject
where x.group_id is not null or (t.category is not null and t.subcategory is not null)
