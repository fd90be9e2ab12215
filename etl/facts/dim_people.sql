-- Every spelling of a person's name (folded), with the person it stands for.
select distinct fold_person(alias) as alias, person, team, is_shared
from (select unnest(from_json($people, '[{"alias":"VARCHAR","person":"VARCHAR","team":"VARCHAR","is_shared":"BOOLEAN"}]'), recursive := true))
