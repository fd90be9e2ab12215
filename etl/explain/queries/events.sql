-- Everything that happened to one item, in order, with the record that tells of it.
select epoch_ms(e.occurred_at)::double as occurred_at, epoch_ms(e.occurred_at_earliest)::double as occurred_at_earliest,
    e.kind, e.actor_kind, e.owner, e.team, e.status, e.source,
    coalesce(array_to_string(list_sort(f.names), ' = '), e.file_id) as file, e.record,
    e.is_first_sight, e.is_timed, e.basis, e.is_assumed
from fct_events as e
left join dim_files as f on f.file_id = e.file_id
where e.item_kind = $item_kind and e.item_id = $item_id
order by e.position
