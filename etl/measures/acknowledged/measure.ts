import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'acknowledged',
  definition: {
    title: 'Acknowledged',
    sentence: 'How soon someone in IT Services takes notice of a request, and how many still wait for that.',
    how: [
      'A request is acknowledged at the earliest of an explicit acknowledgement, a reply by a person that the requester can see, and its status leaving “new”. Automatic replies do not count, nor does naming an owner or a team.',
      'The share is that of requests acknowledged within the fixed time, in periods in which that time has passed for all of them. Requests that still wait are in it, as not acknowledged. Withdrawn requests and duplicates are left out and counted. So are requests that were already under way when they were first seen, where the time of acknowledging is only known to lie on either side of the fixed time.',
      'Times are given on two clocks: all hours, and working hours by the service calendar. The median and the 90th percentile are estimated by the method of Kaplan and Meier over the last 365 days, so that requests that still wait count with the time they have waited, and those that ended without an acknowledgement with the time until their end; where fewer than that share were acknowledged in the longest time seen, the page says “longer than”. Requests known by their date alone count in shares and not in times.',
      'Intervals: Wilson for shares, log-log for the quantiles, both at 95 %.',
    ],
    good: 'high',
    method: 'Kaplan and Meier (1958); Wilson (1927); Kalbfleisch and Prentice (1980)',
  },
  headline: 'within',
  observes: [
    { part: 'share', id: 'within', label: 'acknowledged within the fixed time' },
    { part: 'time', id: 'done', label: 'time to acknowledge' },
    { part: 'now', id: 'waiting', label: 'waiting for acknowledgement' },
  ],
  needs: [
    { item_kind: 'escalation', all: ['acknowledged_at'], bounds: ['status', 'first_response_at'] },
    { item_kind: 'escalation', all: ['at', 'status'] },
    {
      item_kind: 'ticket',
      all: ['at', 'status'],
      bounds: ['status', 'acknowledged_at', 'first_response_at'],
    },
  ],
}
