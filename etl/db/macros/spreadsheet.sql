-- A text as a field of a file for spreadsheets: an apostrophe stands wherever one may begin a cell that it would run,
-- also in full width, and at semicolons, tabs and ends of lines, where some split whatever is quoted. As
-- site/tables/csv.ts does it (OWASP, CSV Injection).
create macro harmless(text) as regexp_replace(
    case when regexp_matches(text, '^[\t\r]') then '''' || text else text end,
    '(^|[;\t\r\n])([ \v\f\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"]*[=+\-@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}])',
    '\1''\2', 'g');
