import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'investigated',
  definition: {
    title: 'Investigated',
    sentence: 'How soon someone does something about an escalation beyond acknowledging it.',
    how: [
      'An escalation is investigated at the first thing that a person in IT Services does about it after the acknowledgement: a message, a note, a change of owner, team or status, or bringing it to an end. What automatic accounts do does not count. One that was resolved at the first touch is investigated by that.',
      'The share is that of escalations investigated within the fixed time, in months in which that time has passed for all of them. Those on which nobody has done anything yet are in it, as not investigated.',
      'The median and the 90th percentile are estimated by the method of Kaplan and Meier over the last 365 days, on two clocks; escalations on which nobody has done anything count with the time they have waited, at most until their end. Intervals: Wilson for shares, log-log for the quantiles, both at 95 %.',
    ],
    good: 'high',
    method: 'Kaplan and Meier (1958); Wilson (1927)',
  },
  headline: 'within',
  observes: [
    { part: 'share', id: 'within', label: 'investigated within the fixed time', of: ['escalation'] },
    { part: 'time', id: 'done', label: 'time to investigate', of: ['escalation'] },
    { part: 'now', id: 'waiting', label: 'not investigated yet', of: ['escalation'] },
  ],
  needs: [
    { item_kind: 'escalation', all: ['at', 'event'], bounds: ['status', 'resolved_at', 'closed_at'] },
    { item_kind: 'escalation', all: ['at', 'status', 'owner'] },
  ],
}
