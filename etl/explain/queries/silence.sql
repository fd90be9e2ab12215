-- How long the requester of an item heard nothing.
select messages, epoch_ms(last_message_at)::double as last_message_at, longest_silence_minutes, silence_now_minutes, is_silent_now
from fct_silences
where item_kind = $item_kind and item_id = $item_id
