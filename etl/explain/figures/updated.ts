import { wrapped } from '../../inspect/text.ts'
import { fact, spansText } from '../clocks.ts'
import { elapsed } from '../local-time.ts'
import type { Story } from '../story.ts'

function cadenceText({ settings }: Story): string {
  const { words, isYardstick } = settings.update_cadence
  return isYardstick ? `${words} (a yardstick: nobody promised it)` : words
}

/** Whether the requester was kept informed: messages, silences, and the time in which they had not heard. */
export function updatedLines(story: Story): string[] {
  const { silence, heard, time, item } = story
  if (silence === null) return wrapped('Cannot be told: no source of it has messages to the requester.')
  const { messages, last_message_at, longest_silence_minutes, silence_now_minutes, is_silent_now } = silence
  const count = messages === 0 ? 'no message' : messages === 1 ? '1 message' : `${messages} messages`
  const last = last_message_at === null ? '' : `, the last on ${time.at(last_message_at)}`
  const unheard = heard.filter(({ is_heard }) => !is_heard)
  const now = is_silent_now ? ' It is silent now.' : ''
  return [
    ...wrapped(`The requester had ${count} from a person${last}.${now}`),
    ...fact('to be heard from', `every ${cadenceText(story)}`),
    ...fact('had not heard', unheard.length === 0 ? null : spansText(unheard, time)),
    ...fact('longest silence', longest_silence_minutes === null ? null : elapsed(longest_silence_minutes)),
    ...fact(
      'silence now',
      silence_now_minutes === null
        ? null
        : `${elapsed(silence_now_minutes)}, up to ${time.at(item.known_until)}`,
    ),
    ...fact(
      'left out',
      longest_silence_minutes === null
        ? 'the longest silence: a time of it is known by its day, or as a bound, alone'
        : null,
    ),
  ]
}
