-- People by name: two spellings that differ in case and blanks only are one, and a key stands for who must not be named.

create macro fold_person(person) as lower(trim(
    case when contains(person, '  ') or regexp_matches(person, '[\t\n\f\r]')
        then regexp_replace(person, '\s+', ' ', 'g') else person end));

-- HMAC-SHA-256 (RFC 2104) of the folded name, its first 16 bytes in hex. The secret's two pads are set by `setKey`.
create macro keyed(person) as left(sha256(
    getvariable('outer_pad') || unhex(sha256(getvariable('inner_pad') || encode(fold_person(person))))), 32);
