import { isoOf, type Minute } from './london.ts'
import type { Story, Stretch } from './story.ts'
import { heldIn } from './story.ts'
import {
  chasesOf,
  longestSilence,
  messagesOf,
  passes,
  redirectedAt,
  repeatsOf,
  unownedIn,
  windowOf,
} from './story-facts.ts'
import { isDone, type Ticket } from './ticket.ts'
import { iso, type Table } from './truth-tables.ts'

const times = (minutes: readonly Minute[]) => minutes.map(isoOf)
const spans = (stretches: readonly Stretch[]) =>
  stretches.map(({ from, to }) => `${isoOf(from)}/${iso(to) ?? ''}`)

/** One row an escalation: what each measure should find of its story. A span is `from/to`, without `to` where it lasts. */
export function storyTable(stories: readonly Story[]): Table {
  const columns =
    'id contacts investigated_at investigated_basis first_owned_at window_from_at is_always_owned unowned messages longest_silence_minutes chases handoffs is_returned reopened repeat_of redirected_at satisfaction'
  const repeats = repeatsOf(stories)
  return {
    columns: columns.split(' '),
    rows: stories.map((story) => {
      const { escalation, investigation, contacts } = story
      const window = windowOf(story)
      const unowned = unownedIn(story)
      const held = heldIn(story)
      const { handoffs, isReturned } = passes(held.map(({ owner }) => owner))
      return [
        ...[escalation.ref, contacts.length, iso(investigation?.at), investigation?.basis ?? null],
        ...[iso(held[0]?.from), iso(window?.from), window && unowned.length === 0, spans(unowned)],
        ...[times(messagesOf(story)), longestSilence(story), times(chasesOf(story)), handoffs, isReturned],
        ...[story.gap ? 1 : 0, repeats.get(escalation.ref) ?? null, iso(redirectedAt(story))],
        meant(escalation.answer),
      ]
    }),
  }
}

/** One row a ticket: how it went from hand to hand, whether it came back, and how its requester found it. */
export function effortTable(tickets: readonly Ticket[]): Table {
  return {
    columns: ['id', 'level', 'handoffs', 'is_returned', 'reopened', 'satisfaction'],
    rows: tickets.map(({ number, priority, rows, answer }) => {
      const owners = rows.flatMap(({ owner }) => owner ?? [])
      const { handoffs, isReturned } = passes(owners)
      const reopened = rows.filter(
        ({ state }, i) => !isDone(state) && isDone(rows[i - 1]?.state ?? 'New'),
      ).length
      return [number, `P${priority}`, handoffs, isReturned, reopened, meant(answer)]
    }),
  }
}

const meant = (answer: 'Good' | 'Bad' | null) => answer?.toLowerCase() ?? null
