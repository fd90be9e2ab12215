-- severity: error
select measure, part, id, item_kind, of, key, from_day, value, low, high
from published
where value < low - 1e-6 or value > high + 1e-6
    or (unit = 'share' and (value < 0 or value > 1 + 1e-9))
    or (unit = 'per_100' and (value < 0 or value > 100 + 1e-7))
    or (unit in ('minutes', 'items', 'people') and value < 0)
    or n < 0
