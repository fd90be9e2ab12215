import { wrapped } from '../../inspect/text.ts'
import { clockLines, fact } from '../clocks.ts'
import { elapsed, working } from '../local-time.ts'
import type { Story } from '../story.ts'
import { momentText, recordOf, whyUntimed } from '../words.ts'

function done(story: Story, resolved_at: number): string[] {
  const { item, time, events } = story
  const event = events.findLast(
    ({ kind, occurred_at }) => ['resolved', 'closed'].includes(kind) && occurred_at === resolved_at,
  )
  const by = event ? ` (${recordOf(event)})` : ''
  const reopened = item.first_resolved_at !== null && item.first_resolved_at < resolved_at
  return [
    ...wrapped(`Resolved ${momentText(resolved_at, event, time)}, and not reopened since${by}.`),
    ...clockLines(story, {
      to_at: resolved_at,
      to: reopened ? 'when it was resolved for the last time' : 'when it was resolved',
      minutes: item.resolve_minutes,
      business_minutes: item.resolve_business_minutes,
    }),
    ...fact('left out', item.resolve_minutes === null ? whyUntimed(story, event) : null),
    ...fact(
      'data fault',
      item.is_negative_resolve ? 'it was resolved before it began, so it counts as 0 min' : null,
    ),
  ]
}

function open({ item, time }: Story): string[] {
  if (!item.is_open) return wrapped('Cancelled, not resolved.')
  const { age_minutes, age_business_minutes } = item
  const inHours =
    age_business_minutes === null ? '' : `, ${working(age_business_minutes)} of it in service hours`
  return [
    ...wrapped('Not resolved.'),
    ...fact(
      'open for',
      age_minutes === null ? null : `${elapsed(age_minutes)} up to ${time.at(item.known_until)}${inHours}`,
    ),
  ]
}

/** How long it took until it was resolved for good; waiting for others is not taken off. */
export function resolvedLines(story: Story): string[] {
  const { item, time } = story
  const { resolved_at, first_resolved_at, reopen_count } = item
  const first =
    first_resolved_at !== null && first_resolved_at !== resolved_at
      ? `resolved first on ${time.at(first_resolved_at)}, and `
      : ''
  const times = reopen_count === 1 ? 'once' : `${reopen_count} times`
  return [
    ...(resolved_at === null ? open(story) : done(story, resolved_at)),
    ...fact('reopened', reopen_count === 0 ? null : `${first}reopened ${times}`),
    ...fact(
      'handed on',
      item.handoff_count === 0 ? null : `${item.handoff_count} × from one named owner to another`,
    ),
  ]
}
