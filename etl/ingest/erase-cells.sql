-- The distinct cells (view `erasable`: "column", cell) that hold an erased person's name as whole words, each with those names.
with worded as (
    select distinct "column", cell, words_of(cell) as words from erasable where cell is not null
),
phrased as (
    select "column", cell, phrases_of(words, list_transform($sizes, lambda size: size::integer)) as phrases from worded
),
phrases as (
    select distinct unnest(phrases) as phrase from phrased
),
names as (
    select list(phrase) as phrases from phrases where list_contains($phrases, keyed('words ' || phrase))
)
select p."column", p.cell, list_intersect(p.phrases, n.phrases) as phrases
from phrased as p
cross join names as n
where list_has_any(p.phrases, n.phrases)
