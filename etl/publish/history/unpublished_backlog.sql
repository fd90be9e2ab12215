-- The complete days that no run has published yet: published by this one.
select * replace ($run as published_run, $published_at::timestamptz as published_at)
from complete_backlog as c
where not exists (from published_backlog as p where p.day = c.day and p.item_kind = c.item_kind)
