-- What was decided, which measure its promise is told by, and when it is to be looked at again.
select id, decided_on, title, promise, measure, expected, review_on
from (select unnest(from_json($actions,
    '[{"id":"INTEGER","decided_on":"DATE","title":"VARCHAR","promise":"VARCHAR","measure":"VARCHAR","expected":"VARCHAR","review_on":"DATE"}]'), recursive := true))
