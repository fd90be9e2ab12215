-- Whether each recurring issue and category rises or falls, as judged at the end of the last day that is known whole: `of`
-- is issue, category or subcategory, `key` its id or name. Tickets in the last 28 days and in the 84 before, its own and all.
select unnest(from_json($trends, '[{"of":"VARCHAR","key":"VARCHAR","trend":"VARCHAR","direction":"VARCHAR","judged_on":"DATE","recent":"INTEGER","before":"INTEGER","all_recent":"INTEGER","all_before":"INTEGER","ratio":"DOUBLE","p":"DOUBLE","p_last_year":"DOUBLE"}]'), recursive := true)
