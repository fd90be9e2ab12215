import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'right-route',
  definition: {
    title: 'The right route',
    sentence: 'How many escalations were emergencies that belonged on the phone, and by which way they came.',
    how: [
      'Redirected are escalations that were passed to the phone or chat as emergencies. The time to redirect runs from receipt to the first event that says so, else to the escalation’s end; median by the method of Kaplan and Meier.',
      'A route counts only where someone wrote it down. What reached a director or a colleague and was never logged is not seen, so each share of a route is a lower bound.',
      'Intervals: Wilson for shares, log-log for the median, both at 95 %.',
    ],
    good: 'high',
    method: 'Wilson (1927); Kaplan and Meier (1958)',
  },
  headline: 'redirected_emergency',
  observes: [
    { part: 'share', id: 'redirected_emergency', label: 'redirected as emergencies', of: ['escalation'] },
    {
      part: 'share',
      id: 'route_mailbox',
      label: 'came through the mailbox',
      of: ['escalation'],
      inCells: false,
    },
    { part: 'share', id: 'route_form', label: 'came through the form', of: ['escalation'], inCells: false },
    { part: 'share', id: 'route_phone', label: 'came by phone', of: ['escalation'], inCells: false },
    { part: 'share', id: 'route_chat', label: 'came by live chat', of: ['escalation'], inCells: false },
    { part: 'share', id: 'route_in_person', label: 'came in person', of: ['escalation'], inCells: false },
    {
      part: 'share',
      id: 'route_leadership',
      label: 'came through the leadership team',
      of: ['escalation'],
      inCells: false,
    },
    {
      part: 'share',
      id: 'route_colleague',
      label: 'came through a colleague',
      of: ['escalation'],
      inCells: false,
    },
    { part: 'time', id: 'redirect', label: 'time to redirect', of: ['escalation'], inCells: false },
  ],
  needs: [{ item_kind: 'escalation', all: ['outcome', 'route'], bounds: ['outcome', 'route'] }],
}
