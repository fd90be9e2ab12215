-- The columns of what a measure.sql tells, observations and tidy rows alike; those that it leaves out are null.
create table told_template (
    part varchar, id varchar, item_kind varchar, item_id varchar, "day" date, hit double, weight double, due_at timestamptz,
    business_minutes double, is_event boolean, since_at timestamptz,
    scope varchar, clock varchar, unit varchar, of varchar, key varchar, label varchar, col varchar, period varchar,
    from_day varchar, to_day varchar, minutes double, value double, words varchar, n integer, low double, high double,
    is_complete boolean, is_at_least boolean, place bigint
)
