-- Where what measures observe is put; `observations` says it in words.
create table observed (
    figure smallint, item integer, "day" date, hit double, weight double, minutes double, business_minutes double,
    is_event boolean, is_settled boolean, is_recent boolean, is_apart boolean
)
