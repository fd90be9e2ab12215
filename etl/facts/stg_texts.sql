-- Each text that tickets came with: the issue that it is of, named after the fingerprint of the text that founded it and
-- the version of the rules, and its ordinary words in their order.
select text, 't-' || left(keyed(concat_ws(' ', $rules_version::integer, founder)), 12) as group_id,
    case when words <> '' then string_split(words, ' ') else [] end as words
from stg_grouped_texts
where founder is not null
