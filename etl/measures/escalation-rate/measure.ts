import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'escalation-rate',
  definition: {
    title: 'Escalations per 100 tickets',
    sentence: 'Of every hundred tickets, how many were escalated.',
    how: [
      'The tickets opened in a period that had at least one escalation within 28 days (a setting) of their opening, of all tickets opened in it, times 100. A period is shown once that many days have passed since its end and the escalations are known that far, too: a list of escalations that is out of date does not show that nobody escalated.',
      'Withdrawn tickets are in neither number. Escalations whose ticket is not known cannot be counted in it; how many there are is shown beside.',
      'The time from ticket to escalation runs from the opening of the first known ticket that an escalation names to its receipt, where the ticket was opened before. Escalations of a whole day, without a time, are left out of it. Median by the method of Kaplan and Meier.',
      'Reasons, impacts and outcomes are counted of the escalations received in the last 365 days and, where escalations are known for that long, in the 365 days before. Withdrawn ones and duplicates are in the table of outcomes only. What nobody stated in that time has no table.',
      'It is neither good nor bad: more escalations may mean that more goes wrong, or that people trust the procedure. Interval: Wilson, 95 %.',
    ],
    good: 'neutral',
    method: 'Wilson (1927); Kaplan and Meier (1958)',
  },
  headline: 'rate',
  settles_after: 'escalated_within_days',
  writesFigures: true,
  observes: [
    { part: 'share', id: 'rate', label: 'escalated', of: ['ticket'], unit: 'per_100' },
    {
      part: 'time',
      id: 'lead',
      label: 'time from ticket to escalation',
      of: ['escalation'],
      inCells: false,
      needs: [{ item_kind: 'escalation', all: ['ticket_id'], beside: { item_kind: 'ticket', all: ['id'] } }],
    },
  ],
  needs: [
    { item_kind: 'ticket', all: ['id'], beside: { item_kind: 'escalation', all: ['ticket_id'] } },
    { item_kind: 'escalation', all: ['ticket_id'] },
  ],
}
