-- Which escalation the traces that have something in common with others tell of, from one of their events on.
select unnest(from_json($joins,
    '[{"source":"VARCHAR","item_id":"VARCHAR","from_position":"INTEGER","trace_id":"VARCHAR","escalation_id":"VARCHAR","is_further":"BOOLEAN","repeat_of":"VARCHAR"}]'), recursive := true)
