-- The open stretches of each service calendar. `minutes_before`: open minutes of all earlier stretches;
-- `open_day` counts the days with any opening.
select calendar, day, opens_at, closes_at, minutes_before, open_day,
    max(closes_at) over (partition by calendar, day) as day_closes_at
from (select unnest(from_json($stretches,
    '[{"calendar":"VARCHAR","day":"DATE","opens_at":"TIMESTAMPTZ","closes_at":"TIMESTAMPTZ","minutes_before":"DOUBLE","open_day":"INTEGER"}]'),
    recursive := true))
