-- The bands in which the age of open items is told.
create macro age_bands() as table
select unnest(['under 1 day', '1 to 7 days', '7 to 28 days', '28 to 91 days', 'over 91 days']) as label,
    unnest([0, 1, 7, 28, 91]) as at_least_days, unnest([1, 7, 28, 91, 1000000]) as under_days;
