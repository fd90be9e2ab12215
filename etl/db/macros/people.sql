-- People by name: two spellings that differ in case and blanks only are one, and a key stands for who must not be named.

create macro fold_person(person) as lower(trim(
    case when contains(person, '  ') or regexp_matches(person, '[\t\n\f\r]')
        then regexp_replace(person, '\s+', ' ', 'g') else person end));

-- HMAC-SHA-256 (RFC 2104) of the folded name, its first 16 bytes in hex. The secret's two pads are set by `setKey`.
create macro keyed(person) as left(sha256(
    getvariable('outer_pad') || unhex(sha256(getvariable('inner_pad') || encode(fold_person(person))))), 32);

-- What stands for a person who was erased: an owner, and nobody in particular.
create macro erased_person() as '(erased)';

-- The words of a text, by which names are found in it. New ideographs, as some names have, are not known to be letters yet.
create macro words_of(text) as regexp_extract_all(lower(text), '[\pL\pM\pN\x{20000}-\x{3FFFF}]+');

-- Runs of words as long as one of `sizes`, each as one text.
create macro phrases_of(words, sizes) as list_distinct(flatten(list_transform(sizes, lambda size:
    list_transform(range(1, len(words) - size + 2), lambda place: array_to_string(words[place:place + size - 1], ' ')))));

-- The text of cells that are kept as JSON: an array, or an object by column.
create macro text_in_json(cells) as coalesce(
    case when json_valid(cells) and json_type(cells) = 'ARRAY' then array_to_string(json_extract_string(cells, '$[*]'), ' ')
        when json_valid(cells) and json_type(cells) = 'OBJECT' then array_to_string(json_extract_string(cells, '$.*'), ' ')
    end,
    regexp_replace(cells, '\\[nrtbf"\\/]', ' ', 'g'));
