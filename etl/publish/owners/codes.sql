-- Letters that stand for each of some people in one drawing: no one without the secret can tell whose they are, and every
-- drawing has others. Letters of no word, two for each byte of the key.
with people as (
    select unnest(from_json($people, '["VARCHAR"]')) as person
)
select person, translate(keyed($drawing || ' ' || hex(encode(person))), '0123456789abcdef', 'BCDFGHJKLMNPRSTW') as letters
from people
