-- What corrections.csv says, one row a line. A time is between `earliest` and `latest`, which differ where it is a day.
with told as (
    select unnest(from_json($corrections,
        '[{"line":"INTEGER","item":"VARCHAR","field":"VARCHAR","value":"VARCHAR","reason":"VARCHAR","by":"VARCHAR"}]'), recursive := true)
),
dated as (
    select *, instant(case when field like '%\_at' escape '\' then value end, ['iso'], [chr(1)], [chr(1)], $timezone) as moment
    from told
)
select line, item as item_id, field, value, reason, "by" as corrected_by,
    moment.earliest as earliest, moment.latest as latest, moment.is_day as is_day
from dated
