import { isMessage } from './contact.ts'
import { workingDaysAfter } from './deadline.ts'
import { asOf } from './frame.ts'
import type { Minute } from './london.ts'
import { heldIn, type Story, type Stretch } from './story.ts'

/** The time in which an escalation should have an owner; null where that has not begun. */
export function windowOf({ escalation, frame }: Story): Stretch | null {
  const due = workingDaysAfter(escalation.receivedAt, 1)
  const from = Math.min(due, frame.acknowledgedAt ?? frame.endAt ?? due)
  return from > (frame.endAt ?? asOf) ? null : { from, to: frame.endAt }
}

/** The parts of that time in which it was open and nobody with a name had it; `to` is null where one lasts. */
export function unownedIn(story: Story): Stretch[] {
  const window = windowOf(story)
  if (window === null) return []
  const busy: Stretch[] = [...heldIn(story), ...(story.gap ? [{ from: story.gap[0], to: story.gap[1] }] : [])]
  const end = window.to ?? asOf
  let at = window.from
  const found: Stretch[] = []
  for (const { from, to } of busy.toSorted((a, b) => a.from - b.from)) {
    if (from > at && at < end) found.push({ from: at, to: Math.min(from, end) })
    at = Math.max(at, to ?? Number.POSITIVE_INFINITY)
  }
  if (at < end) found.push({ from: at, to: window.to })
  return found
}

/** When whoever escalated was written to or rung. */
export const messagesOf = ({ moments }: Story): Minute[] => moments.filter(isMessage).map(({ at }) => at)

/** When they had to ask. */
export const chasesOf = ({ moments }: Story): Minute[] =>
  moments.filter(({ deed }) => deed === 'Requester asked again').map(({ at }) => at)

/** When it was sent to where it belongs, or null. */
export const redirectedAt = ({ moments }: Story): Minute | null =>
  moments.find(({ deed }) => deed === 'Passed on')?.at ?? null

/** The longest time without a message, from receipt to its end or now, not counting when it was done. */
export function longestSilence(story: Story): number {
  const [doneAt, backAt] = story.gap ?? [0, 0]
  const times = [story.escalation.receivedAt, ...messagesOf(story), story.frame.endAt ?? asOf]
  const silences = times.slice(1).map((to, i) => {
    const from = times[i] ?? to
    return to - from - Math.max(0, Math.min(to, backAt) - Math.max(from, doneAt))
  })
  return Math.max(...silences)
}

/** How often a thing went from one named owner to another, and whether it came back to an earlier one at once. */
export function passes(owners: readonly string[]): { handoffs: number; isReturned: boolean } {
  const turns = owners.filter((owner, i) => owner !== owners[i - 1])
  return {
    handoffs: Math.max(0, turns.length - 1),
    isReturned: turns.some((owner, i) => i > 1 && owner === turns[i - 2]),
  }
}

/** Of each escalation, the one done before it came in that named a same ticket, the last such; else null. */
export function repeatsOf(stories: readonly Story[]): Map<string, string | null> {
  const naming = new Map<string, Story[]>()
  return new Map(
    stories.map((story) => {
      const { ref, receivedAt, ticketNumbers } = story.escalation
      const before = ticketNumbers.flatMap((number) => naming.get(number) ?? [])
      const over = before.filter((one) => one !== story && isDoneAt(one, receivedAt))
      const last = over.sort((a, b) => a.escalation.receivedAt - b.escalation.receivedAt).at(-1)
      for (const number of new Set(ticketNumbers)) naming.set(number, [...(naming.get(number) ?? []), story])
      return [ref, last?.escalation.ref ?? null]
    }),
  )
}

const isDoneAt = ({ frame, gap }: Story, minute: Minute) =>
  (frame.endAt !== null && frame.endAt <= minute) || (gap !== null && gap[0] <= minute && minute < gap[1])
