-- severity: error
-- A headline says what the figure of its name says.
select h.measure, h.id, h.item_kind, h.value, f.value as value_of_figure
from published as h
left join published as f on f.part = 'figure' and f.measure = h.measure and f.id = h.id and f.item_kind = h.item_kind and f.scope is not distinct from h.scope
where h.part = 'headline' and (f.id is null or f.value is distinct from h.value or f.n is distinct from h.n)
