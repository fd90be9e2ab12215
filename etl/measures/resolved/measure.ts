import type { Measure, Need } from '../measure.ts'

const statusesInTurn: Need[] = [
  { item_kind: 'ticket', all: ['at', 'status'] },
  { item_kind: 'ticket', all: ['first_resolved_at', 'resolved_at'] },
  { item_kind: 'escalation', all: ['at', 'status'] },
  { item_kind: 'escalation', all: ['first_resolved_at', 'resolved_at'] },
]

export const measure: Measure = {
  id: 'resolved',
  definition: {
    title: 'Resolved',
    sentence: 'How soon requests are resolved, how many come back, and how old the open ones are.',
    how: [
      'A request is resolved at the start of the stretch in which it has been resolved or closed until now. One that is open has not been resolved, whatever was said of it before; withdrawn requests and duplicates are left out and counted.',
      'The share is that of requests resolved within the fixed time, in periods in which that time has passed for all of them. The median and the 90th percentile are estimated by the method of Kaplan and Meier over the last 365 days, on two clocks, so that open requests count with the time they have been open, and declined ones that were cancelled with the time until then.',
      'Reopened are those that were open again within the set number of days after they were first resolved, of all that were first resolved so many days ago or more.',
      'An escalation closed before its ticket is one that ended while a ticket that it names was still open.',
    ],
    good: 'high',
    method: 'Kaplan and Meier (1958); Wilson (1927); Kalbfleisch and Prentice (1980)',
  },
  headline: 'within',
  writesFigures: true,
  observes: [
    { part: 'share', id: 'within', label: 'resolved within the fixed time' },
    { part: 'share', id: 'reopened', good: 'low', label: 'reopened', needs: statusesInTurn },
    {
      part: 'share',
      id: 'closed_before_ticket',
      good: 'low',
      needs: [{ item_kind: 'escalation', all: ['ticket_id'] }],
      label: 'ended while a ticket of theirs was open',
      of: ['escalation'],
    },
    { part: 'time', id: 'done', label: 'time to resolve' },
    { part: 'now', id: 'open', label: 'open' },
  ],
  needs: [
    { item_kind: 'escalation', all: ['resolved_at'], bounds: ['status'] },
    { item_kind: 'escalation', all: ['at', 'status'] },
    { item_kind: 'ticket', all: ['at', 'status'], bounds: ['status'] },
    { item_kind: 'ticket', all: ['resolved_at', 'status'] },
  ],
}
