import type { CanonicalColumn } from '../../config/schema.ts'
import type { Measure, Need } from '../measure.ts'

/** The level of a ticket alone tells neither that it was answered nor that it was resolved. */
const levelAnd = (...tells: CanonicalColumn[][]): Need[] =>
  tells.map((columns) => ({ item_kind: 'ticket', all: ['priority', ...columns] }))
const ends = levelAnd(['status'], ['resolved_at'], ['closed_at'])
const answers = levelAnd(['status'], ['acknowledged_at'], ['first_response_at'], ['at', 'event'])

export const measure: Measure = {
  id: 'service-levels',
  definition: {
    title: 'Service levels',
    sentence: 'How many tickets met the response and resolution targets of their level.',
    how: [
      'A ticket’s level is its priority as it was when it was raised, and its targets are those that were in force that day. A level without a published target has none, and the share of tickets that have one is shown beside.',
      'Response is met by the acknowledgement, resolution by the ticket’s being resolved, at or before the time at which the target falls. Where a target pauses, its clock stands still while the ticket waits for others.',
      'Attainment is the tickets that met their target, of all that met it, missed it, or are still open after it has passed. Tickets that are still in time are counted beside it, and withdrawn ones are left out.',
      'A ticket that was already under way when it was first seen, and of which it cannot be told whether it was in time, counts as neither. Intervals: Wilson, 95 %.',
    ],
    good: 'high',
    method: 'Wilson (1927)',
  },
  headline: 'resolution',
  writesFigures: true,
  observes: [
    { part: 'share', id: 'resolution', label: 'resolved within the target', of: ['ticket'], needs: ends },
    { part: 'share', id: 'response', label: 'answered within the target', of: ['ticket'], needs: answers },
    {
      part: 'share',
      id: 'has_target',
      good: 'neutral',
      label: 'have a published target',
      of: ['ticket'],
      needs: levelAnd([]),
    },
    { part: 'now', id: 'late', label: 'open after their target', of: ['ticket'], needs: ends },
  ],
  needs: [
    {
      item_kind: 'ticket',
      all: ['priority', 'at', 'status'],
      bounds: ['priority'],
    },
    { item_kind: 'ticket', all: ['priority', 'resolved_at', 'first_response_at'] },
  ],
}
