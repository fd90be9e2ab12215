import { wrapped } from '../../inspect/text.ts'
import { clockLines, fact } from '../clocks.ts'
import type { Story } from '../story.ts'
import { momentText, recordOf, whyUntimed } from '../words.ts'

const shownBy: Readonly<Record<string, string>> = {
  message: 'a message to the requester',
  note: 'a note',
  handoff: 'it changed hands',
  status: 'its status changed',
  resolution: 'it was done',
}

/** When someone first acted on an escalation, beyond acknowledging it; nothing of a ticket. */
export function investigatedLines(story: Story): string[] {
  const { item, investigated, time, events } = story
  if (item.item_kind !== 'escalation') return []
  if (investigated === null)
    return wrapped(
      item.acknowledged_at === null
        ? 'Not investigated: that begins after it is acknowledged.'
        : 'Not investigated yet: nothing that a person did about it follows its acknowledgement.',
    )
  const { investigated_at, investigated_basis, investigate_minutes } = investigated
  const event = events.find(({ occurred_at, kind }) => occurred_at === investigated_at && kind !== 'received')
  const by = event ? ` (${recordOf(event)})` : ''
  return [
    ...wrapped(
      `Investigated ${momentText(investigated_at, event, time)}: ${shownBy[investigated_basis] ?? investigated_basis}${by}.`,
    ),
    ...clockLines(story, {
      to_at: investigated_at,
      to: 'when someone first acted on it, beyond acknowledging it',
      minutes: investigate_minutes,
      business_minutes: investigated.investigate_business_minutes,
    }),
    ...fact('left out', investigate_minutes === null ? whyUntimed(story, event) : null),
  ]
}
