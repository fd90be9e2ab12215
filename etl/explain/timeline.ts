import { row, shown } from '../inspect/text.ts'
import type { Story, StoryEvent } from './story.ts'
import { actorText, boundText, eventText, recordOf } from './words.ts'

const timeWidth = 24

function eventLines(event: StoryEvent, { item, time }: Story): string[] {
  const what = [eventText(event, item), actorText(event), boundText(event, time)].filter(
    (part) => part !== null,
  )
  return row(
    time.at(event.occurred_at),
    `${what.join(', ')} · ${shown(event.source)}: ${recordOf(event)}`,
    timeWidth,
  )
}

/** Everything that happened, in order: when, what, by whom, and which record tells of it. */
export const timelineLines = (story: Story): string[] =>
  story.events.flatMap((event) => eventLines(event, story))
