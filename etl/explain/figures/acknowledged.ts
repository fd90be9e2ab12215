import { wrapped } from '../../inspect/text.ts'
import { clockLines, fact } from '../clocks.ts'
import type { Story, StoryEvent } from '../story.ts'
import { momentText, recordOf, whyUntimed } from '../words.ts'

const shownBy: Readonly<Record<string, string>> = {
  explicit: 'its source says so itself',
  reply: 'a person answered where the requester can see it',
  status: 'its status left “new”',
  resolution: 'it was done, with no earlier sign that anyone had taken notice',
  owner: 'its owner changed after it was escalated',
}

const acknowledging = ({ events, item }: Story): StoryEvent | undefined =>
  events.find(({ basis, occurred_at }) => basis !== null && occurred_at === item.acknowledged_at)

function automatic({ events }: Story): string | null {
  const count = events.filter(({ kind }) => kind === 'auto_acknowledged').length
  return count === 0 ? null : `${count} automatic ${count === 1 ? 'reply does' : 'replies do'} not count`
}

function done(story: Story, acknowledged_at: number): string[] {
  const { item, time } = story
  const event = acknowledging(story)
  const by = event ? ` (${recordOf(event)})` : ''
  const why = shownBy[item.acknowledged_basis ?? ''] ?? 'it shows that someone took notice'
  return [
    ...wrapped(`Acknowledged ${momentText(acknowledged_at, event, time)}: ${why}${by}.`),
    ...clockLines(story, {
      to_at: acknowledged_at,
      to: 'when it was acknowledged',
      minutes: item.acknowledge_minutes,
      business_minutes: item.acknowledge_business_minutes,
    }),
    ...fact('left out', item.acknowledge_minutes === null ? whyUntimed(story, event) : null),
    ...fact(
      'data fault',
      item.is_negative_acknowledge ? 'it was acknowledged before it began, so it counts as 0 min' : null,
    ),
  ]
}

function waiting(story: Story): string[] {
  const { item } = story
  if (!item.is_open)
    return wrapped(
      'Done, and never acknowledged: nothing shows that a person took notice before it was cancelled.',
    )
  return [
    ...wrapped(
      'Not acknowledged yet: no explicit word, no reply of a person, and its status is still “new”.',
    ),
    ...clockLines(story, {
      to_at: item.known_until,
      to: 'up to when it is known; it still waits',
      minutes: item.age_minutes,
      business_minutes: item.age_business_minutes,
    }),
  ]
}

/** How long it took until someone took notice, and by what that shows. */
export function acknowledgedLines(story: Story): string[] {
  const { acknowledged_at } = story.item
  return [
    ...(acknowledged_at === null ? waiting(story) : done(story, acknowledged_at)),
    ...fact('automatic', automatic(story)),
  ]
}
