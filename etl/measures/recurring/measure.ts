import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'recurring',
  definition: {
    title: 'Recurring issues',
    sentence: 'Which issues come back, how often, and for how many people.',
    how: [
      'Tickets of the same category and subcategory are one group. A group is a recurring issue once it has reached three tickets from two requesters within any 28 days (both numbers are settings); where no requester is known, the second condition falls away. Its members are all its tickets.',
      'An issue is active while it has a ticket in the last 28 days. Beside those stands the number in the 84 days before; whether a change between them is more than chance is not told by the two numbers alone.',
      'The share escalated is that of its tickets that an escalation names.',
    ],
    good: 'neutral',
    method: null,
  },
  observes: [],
  needs: [
    {
      item_kind: 'ticket',
      all: ['category', 'subcategory', 'requester'],
      bounds: ['category', 'subcategory'],
    },
  ],
}
