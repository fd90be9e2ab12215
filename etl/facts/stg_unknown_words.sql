-- What the records of some files say that nothing maps to a meaning, one row a word of a column and file.
select unnest(from_json($words, '[{"source":"VARCHAR","column":"VARCHAR","word":"VARCHAR","records":"INTEGER","file_id":"VARCHAR","record":"INTEGER"}]'), recursive := true)
