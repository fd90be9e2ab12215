-- What each profile is an answer to: everything, each of its values, and each pair of values of the first dimensions
-- (data/shared/cells.ts says which are asked for in pairs), where both tell items apart.
with apart as (
    select place from cells_values group by place having count(*) > 1
),
numbered as (
    select profile, items, unnest(numbers) as number, generate_subscripts(numbers, 1) as place
    from cells_profiles
)
select profile, items, null::integer as one, null::integer as other from cells_profiles
union all
select profile, items, number, number from numbered
union all
select a.profile, a.items, a.number, b.number
from numbered as a
join numbered as b on b.profile = a.profile and a.place < b.place and b.place <= $paired
where a.place in (from apart) and b.place in (from apart)
