-- Every figure that is published, tidy (`TidyRow` in etl/measures/measure.ts).
create table published (
    measure varchar, part varchar, id varchar, item_kind varchar, scope varchar, clock varchar, unit varchar, of varchar, key varchar,
    label varchar, col varchar, period varchar, from_day varchar, to_day varchar, minutes double, value double, words varchar,
    n integer, effective_n double, low double, high double, is_complete boolean, is_at_least boolean, place bigint
)
