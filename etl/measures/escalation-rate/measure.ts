import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'escalation-rate',
  definition: {
    title: 'Escalations per 100 tickets',
    sentence: 'Of every hundred tickets, how many were escalated.',
    how: [
      'The tickets opened in a period that had at least one escalation within 28 days (a setting) of their opening, of all tickets opened in it, times 100. A period is shown once that many days have passed since its end and the escalations are known that far, too: a list of escalations that is out of date does not show that nobody escalated.',
      'Withdrawn tickets are in neither number. Escalations whose ticket is not known cannot be counted in it; how many there are is shown beside.',
      'It is neither good nor bad: more escalations may mean that more goes wrong, or that people trust the procedure. Interval: Wilson, 95 %.',
    ],
    good: 'neutral',
    method: 'Wilson (1927)',
  },
  headline: 'rate',
  settles_after: 'escalated_within_days',
  observes: [{ part: 'share', id: 'rate', label: 'escalated', of: ['ticket'], unit: 'per_100' }],
  needs: [
    { item_kind: 'ticket', all: ['id'], beside: { item_kind: 'escalation', all: ['ticket_id'] } },
    { item_kind: 'escalation', all: ['ticket_id'] },
  ],
}
