-- The issue of each ticket: of those that say the same, or without a text its category, subcategory and item.
select t.ticket_id, t.opened_at, t.requester, t.is_by_text, t.words,
    coalesce(t.text_group, 'c-' || left(md5(concat_ws('|', t.category, t.subcategory, coalesce(t.item, ''))), 12)) as group_id,
    concat_ws(' · ', t.category, t.subcategory) as category_label
from (
    select t.ticket_id, t.opened_at, t.requester, t.category, t.subcategory, t.item, x.group_id as text_group,
        x.group_id is not null as is_by_text, coalesce(x.words, []) as words
    from fct_tickets as t
    join stg_descriptions as d on d.item_kind = 'ticket' and d.item_id = t.ticket_id
    left join stg_texts as x on x.text = d.subject and not list_contains($never_group, lower(coalesce(t.service, '')))
) as t
where t.is_by_text or (t.category is not null and t.subcategory is not null)
