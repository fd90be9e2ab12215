-- A cell of a file as text, as `readCell` of data/shared/reading.ts reads it.

-- What JavaScript's trim takes for blank: ECMAScript's WhiteSpace and LineTerminator.
create macro blanks() as chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(32) || chr(160) || chr(5760)
    || chr(8192) || chr(8193) || chr(8194) || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199)
    || chr(8200) || chr(8201) || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288)
    || chr(65279);

-- Trimming by a set of characters is slow, and nearly no cell needs it: one that begins and ends in printable ASCII does not.
create macro trimmed(cell) as case
    when left(cell, 1) between '!' and '~' and right(cell, 1) between '!' and '~' then cell
    else trim(cell, blanks())
end;

create macro ungrouped(cell) as translate(cell, blanks(), '');

create macro unless_null(cell, nulls) as case when list_contains(nulls, cell) then null else nullif(cell, '') end;
