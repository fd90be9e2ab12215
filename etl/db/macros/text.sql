-- A subject with placeholders for persons, places and single things: see `parameterised`, the last. A person without a
-- title is not known to be one.

-- In one line, without what cannot be seen.
create macro in_one_line(text) as case
    when regexp_matches(text, '[^ -~]|  |^ | $')
        then trim(regexp_replace(regexp_replace(text, '\p{Cf}+', '', 'g'), '[\p{Cc}\pZ]+', ' ', 'g'))
    else text
end;

-- Whether there may be anything to replace: in most subjects there is not, and to look for each of it is slow.
create macro is_telling(text) as regexp_matches(text,
    '[^ -~]|[0-9@\\]|\.[^ .]|://|(?i:\b(?:dr|prof|mrs?)\b|behalf of)|\b(?:Professor|Ms|Miss|Mx|Sir|Dame)\b');

-- A capital that has a small letter: those of formulae have none, and would be found again in what was made small.
create macro capital() as '[^\P{Lu}\x{3D2}-\x{3D4}\x{2100}-\x{214F}\x{1D400}-\x{1D7FF}]';

create macro capitalised_name() as concat(
    '(?:(?:Dr|Prof|', capital(), ')(?:\. ?| ))*(?:(?:van|von|der|den|de|da|di|del|la|le|el|al|bin) )*',
    capital(), '[''’]?', capital(), '?\p{Ll}[\pL\pM.''’-]*');

-- Persons by title, where capitals tell how long the name is.
create macro without_titled_names(text) as regexp_replace(
    regexp_replace(text, '\bMs (Teams|Office|Word|Excel|Outlook|PowerPoint|Access|Project|Forms|Windows)\b', 'MS \1', 'g'),
    concat('\b(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame)(?:\. ?| )|([Oo]n behalf of ))',
        capitalised_name(), '(?: ', capitalised_name(), '){0,2}'),
    '\1<person>', 'g');

-- Persons by title in small letters: one word, and only after a title that is no other word or name of a product.
create macro without_names(text) as regexp_replace(
    regexp_replace(text, '\b(?:dr|prof|mrs?)(?:\. ?| )(?:[a-z](?:\. ?| ))*\pL[\pL\pM''’-]*', '<person>', 'g'),
    '\bon behalf of (?:\pL\. ?)+\pL[\pL\pM''’-]*', 'on behalf of <person>', 'g');

-- What has dots inside is a host, or a file or a user name that may tell as much.
create macro without_addresses(text) as regexp_replace(
    regexp_replace(
        regexp_replace(text, '(?:[a-z][a-z0-9+.-]*://|www\.|[a-z]:\\|\\\\)[^ <>"]+', '<url>', 'g'),
        '[^ <>()",;:@]+(?:@[^ <>()",;:@]+)+', '<email>', 'g'),
    '[\pL_][\pL\pM\pN_-]*\.(?:[\pL\pM\pN_-]+\.)*[\pL\pM][\pL\pM\pN_-]+(?::\d+)?(?:/[^ <>"]*)?', '<host>', 'g');

create macro month() as '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?'
    || '|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

-- Each word that holds a digit, and what hangs on it, stands between `\x01` and `\x02`, which no line holds: so a pattern says
-- where a word begins and ends, in whatever script it is written.
create macro with_marks(text) as regexp_replace(text,
    '(?:[\pL\pM_]+[._-])*[\pL\pM_]*\pN[\pL\pM\pN_]*(?:[.,:/-](?:' || month() || '[.,/-])?\pN[\pL\pM\pN_]*)*',
    chr(1) || '\0' || chr(2), 'g');

create macro without_dates(text) as regexp_replace(text, concat(
    '\x01(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}[/-]\d{1,2}(?:[/-]\d{1,2}(?:t[\d:.]+z?)?)?)\x02',
    '|\x01\d{1,2}[/-]', month(), '[/-]\d{2,4}\x02',
    '|\x01\d{1,2}(?::\d\d){1,2}(?:-\d{1,2}(?::\d\d){1,2})?(?:[ap]m)?\x02(?: [ap]m\b)?',
    '|\x01\d{1,2}(?:\.\d\d)?(?:-\d{1,2}(?:\.\d\d)?)?[ap]m\x02',
    '|\x01\d{1,2}(?:-\d{1,2})?(?:st|nd|rd|th)?\x02(?: of)? ', month(), '\b(?:,? \x01\d{4}\x02)?',
    '|\b', month(), ' \x01(?:\d{1,2}(?:st|nd|rd|th)?\x02(?:,? \x01\d{4}\x02)?|\d{4}\x02)'),
    '<date>', 'g');

create macro without_phones(text) as regexp_replace(text, concat(
    '\+ ?\x01\d{1,3}\x02(?:[ ()-]{1,3}\x01[\d-]+\x02){1,5}|\+\x01\d[\d-]{7,18}\x02',
    '|\(?\x010\d{2,4}\x02\)?(?:[ -]\x01[\d-]{3,9}\x02){1,3}|\x010[\d.-]{9,14}\x02',
    '|\b(?:extension|extn?)[.:]? ?\x01[\d-]{3,}\x02|\x01(?:extn?[.-]?\d{3,}|x\d{4,5})\x02'),
    '<phone>', 'g');

create macro without_tickets(text) as regexp_replace(text, concat(
    '\x01[a-z]{2,10}(?:-?\d{5,}|-\d{4})\x02|#\x01\d{4,}\x02',
    '|\b(?:inc|req|ritm|sctask|task|chg|prb|cs|case|ticket)[ #:]{1,3}\x01\d{4,}\x02'),
    '<ticket>', 'g');

create macro without_rooms(text) as regexp_replace(text, concat(
    '\b(?:room|rm)\.? \x01[^\x02]*\x02|\x01(?:room|rm)\.?\d[^\x02]*\x02',
    '|\x01(?:g\d{1,4}|[bcdelnsw]\d{2,4}|lt\d{1,3}|[bcdegjlnsw]?\d\.\d\d)[a-z]?\x02'),
    '<room>', 'g');

-- What keeps its word: a product with its version, a number with its unit.
create macro with_words_kept(text) as regexp_replace(
    regexp_replace(replace(replace(text, chr(1) || 'o365' || chr(2), 'office <number>'), chr(1) || 'm365' || chr(2), 'office <number>'),
        '(?:\x01(office|windows|word|excel|outlook|python|java|matlab|spss|stata|nvivo|macos|ios|ipad|iphone|android|usb|wifi|covid|v)[.-]?'
            || '|\b(windows|version|release|python|java|matlab|spss|macos|ios|android) \x01)[\d.]+\x02',
        '\1\2 <number>', 'g'),
    '\x01\d{1,4}([a-z]{1,4})\x02', '<number> \1', 'g');

-- Which digits are what, from what is surest to what is left. None stays.
create macro without_marks(text) as regexp_replace(
    regexp_replace(
        regexp_replace(
            without_rooms(with_words_kept(without_tickets(without_phones(without_dates(
                regexp_replace(text, '\x01\d+(?:\.\d+){3}(?:[:/]\d+)?\x02', '<ip>', 'g')))))),
            '\x01[a-z]{2,3}\d{3,4}\x02', '<user>', 'g'),
        '\x01[\pN.,:/-]+\x02', '<number>', 'g'),
    '\x01[^\x02]*\x02', '<code>', 'g');

create macro without_numbers(text, ticket_pattern) as without_marks(with_marks(regexp_replace(
    regexp_replace(text, '(?i:' || ticket_pattern || ')', '<ticket>', 'g'),
    '\b(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){3,7}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{2}-){5}[0-9a-f]{2})\b', '<ip>', 'g')));

-- The whole words of the first 200 characters; null where there are none.
create macro beginning(text) as rtrim(regexp_extract_all(text, '^.{1,200}(?: |$)')[1]);

-- A subject with <email>, <url>, <ip>, <host>, <ticket>, <user>, <room>, <phone>, <date>, <code>, <person> and <number> in
-- place of such things, in small letters; no digit stays. `ticket_pattern` is the institution's. What it makes, it leaves as it is.
create macro parameterised(text, ticket_pattern) as beginning(case
    when is_telling(text) or regexp_matches(text, '(?i:' || ticket_pattern || ')')
        then without_names(without_numbers(without_addresses(lower(without_titled_names(in_one_line(text)))), ticket_pattern))
    else lower(in_one_line(text))
end);
