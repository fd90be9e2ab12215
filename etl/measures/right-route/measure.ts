import type { Measure, Need, Observed } from '../measure.ts'

const outcome: Need[] = [{ item_kind: 'escalation', all: ['outcome'] }]
const route: Need[] = [{ item_kind: 'escalation', all: ['route'] }]

const cameBy = (id: string, words: string): Observed => ({
  part: 'share',
  id: `route_${id}`,
  label: `came ${words}`,
  good: 'neutral',
  of: ['escalation'],
  inCells: false,
  needs: route,
})

export const measure: Measure = {
  id: 'right-route',
  definition: {
    title: 'The right route',
    sentence: 'How many escalations were emergencies that belonged on the phone, and by which way they came.',
    how: [
      'Redirected are escalations that were passed to the phone or chat as emergencies. The time to redirect runs from receipt to the first event that says so, else to the escalation’s end; median by the method of Kaplan and Meier. Where nobody wrote down what became of an escalation, it counts as not redirected once it has ended, or 28 days after its receipt.',
      'A route counts only where someone wrote it down. What reached a director or a colleague and was never logged is not seen, so each share of a route is a lower bound.',
      'Intervals: Wilson for shares, log-log for the median, both at 95 %.',
    ],
    good: 'high',
    method: 'Wilson (1927); Kaplan and Meier (1958)',
  },
  headline: 'redirected_emergency',
  observes: [
    {
      part: 'share',
      id: 'redirected_emergency',
      good: 'low',
      label: 'redirected as emergencies',
      of: ['escalation'],
      needs: outcome,
    },
    cameBy('mailbox', 'through the mailbox'),
    cameBy('form', 'through the form'),
    cameBy('phone', 'by phone'),
    cameBy('chat', 'by live chat'),
    cameBy('in_person', 'in person'),
    cameBy('leadership', 'through the leadership team'),
    cameBy('colleague', 'through a colleague'),
    {
      part: 'time',
      id: 'redirect',
      label: 'time to redirect',
      of: ['escalation'],
      inCells: false,
      needs: outcome,
    },
  ],
  needs: [{ item_kind: 'escalation', all: ['outcome', 'route'], bounds: ['outcome', 'route'] }],
}
