import { shown } from '../inspect/text.ts'
import type { Item } from './item.ts'
import { labelOf } from './labels.ts'
import type { LocalTime } from './local-time.ts'
import type { Story, StoryEvent } from './story.ts'

/** What an item's beginning is called. */
export const begun = ({ item_kind }: Item): string =>
  item_kind === 'ticket' ? 'when it was opened' : 'when it was received'

/** The time at which an item began, or its day where no more is known. */
export const beginning = ({ received_at, is_received_timed }: Item, time: LocalTime): string =>
  is_received_timed ? time.at(received_at) : `${time.day(time.dayOf(received_at))} (the day alone is known)`

/** `log.csv record 2` */
export const recordOf = ({ file, record }: Pick<StoryEvent, 'file' | 'record'>): string =>
  `${shown(file, 200)} record ${record}`

/** Why a duration between its beginning and an event has no minutes. */
export function whyUntimed({ item }: Story, event: StoryEvent | undefined): string {
  const what = !item.is_received_timed
    ? 'when it began is known by its day alone'
    : event?.is_first_sight
      ? 'this is only known to have been by then'
      : 'this is known by its day alone'
  return `its minutes enter no median: ${what}; in shares it counts by its latest time`
}

/** What happened, in words. */
export function eventText(
  { kind, owner, team, status, is_assumed, actor_kind }: StoryEvent,
  item: Item,
): string {
  const named = owner === null ? 'nobody' : shown(owner)
  switch (kind) {
    case 'received':
      return item.item_kind === 'ticket' ? 'opened' : 'received'
    case 'acknowledged':
      return 'acknowledged'
    case 'auto_acknowledged':
      return 'acknowledged automatically'
    case 'assigned':
      return is_assumed ? `assumed owner ${named}, who answered` : `owner ${named}`
    case 'unassigned':
      return 'owner nobody'
    case 'team_changed':
      return team === null ? 'no team' : `team ${shown(team)}`
    case 'status_changed':
      return `status ${labelOf(status ?? 'unknown')}`
    case 'reopened':
      return `reopened: status ${labelOf(status ?? 'in_progress')}`
    case 'updated':
      return actor_kind === 'requester'
        ? 'a message of the requester'
        : 'a message that the requester can see'
    case 'noted':
      return 'a note, or a row that changes nothing'
    case 'chased':
      return 'chased by a further message'
    default:
      return kind
  }
}

const actors: Readonly<Record<string, string>> = {
  requester: 'by the requester',
  staff: 'by staff',
  system: 'automatic',
}

/** Who did it, in words; null where no source says so. */
export const actorText = ({ actor_kind }: StoryEvent): string | null => actors[actor_kind] ?? null

const isDay = ({ occurred_at, occurred_at_earliest, is_first_sight }: StoryEvent, time: LocalTime): boolean =>
  !is_first_sight &&
  occurred_at_earliest === time.startOf(time.dayOf(occurred_at)) &&
  occurred_at_earliest < occurred_at

/** How far a time is known; null where it is a point in time. */
export function boundText(event: StoryEvent, time: LocalTime): string | null {
  if (event.occurred_at_earliest >= event.occurred_at) return null
  return isDay(event, time)
    ? 'the day alone is known'
    : `at some time since ${time.at(event.occurred_at_earliest)}, at the latest then`
}

/** `on Mon 2 Mar 2026 09:00`, or as far as the time of the event that happened then is known. */
export function momentText(at: number, event: StoryEvent | undefined, time: LocalTime): string {
  if (!event || event.occurred_at_earliest >= at) return `on ${time.at(at)}`
  return isDay(event, time)
    ? `on ${time.day(time.dayOf(at))} (the day alone is known)`
    : `at some time from ${time.at(event.occurred_at_earliest)} to ${time.at(at)}`
}
