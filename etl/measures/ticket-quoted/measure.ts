import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'ticket-quoted',
  definition: {
    title: 'Ticket number quoted',
    sentence: 'How many escalations name the ticket that they are about.',
    how: [
      'Counted are escalations in which a ticket number was found, and beside them those whose number is that of a ticket in the exports. Of the latter, the ticket had been opened before where its own opening is earlier than the escalation’s receipt.',
      'Where an escalation names several tickets, the first is meant. Interval: Wilson, 95 %.',
    ],
    good: 'high',
    method: 'Wilson (1927)',
  },
  headline: 'quoted',
  observes: [
    { part: 'share', id: 'quoted', label: 'quote a ticket number', of: ['escalation'] },
    { part: 'share', id: 'matched', label: 'quote the number of a known ticket', of: ['escalation'] },
    {
      part: 'share',
      id: 'opened_before',
      label: 'had their ticket opened before',
      of: ['escalation'],
    },
  ],
  needs: [{ item_kind: 'escalation', all: ['ticket_id'] }],
}
