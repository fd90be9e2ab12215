-- Until when an item that was resolved at a time counts as reopened, and whether it was by then.
create macro reopening_due(resolved_at, within_days) as days_after(resolved_at, within_days);
create macro is_reopened_by(resolved_at, reopened_at, within_days) as coalesce(reopened_at <= reopening_due(resolved_at, within_days), false);
