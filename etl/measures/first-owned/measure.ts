import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'first-owned',
  definition: {
    title: 'Taken on',
    sentence: 'How soon a request first has a named owner.',
    how: [
      'The time runs from receipt to the first time at which a person is named as the owner. Shared mailboxes, automatic accounts and people who had left are no owners, and neither is whoever merely answered.',
      'The share is that of requests with a named owner within the time allowed for it, in periods in which that time has passed for all of them. Those that nobody has taken on are in it, as not taken on; withdrawn requests and duplicates are left out and counted. Where a request already had its owner when it was first seen, and that may have been in time or late, it cannot be told: the interval allows for either, and where they are more than a tenth there is no single figure.',
      'The median and the 90th percentile are estimated by the method of Kaplan and Meier over the last 365 days; what ended without an owner counts with the time until its end. Intervals: Wilson for shares, log-log for the quantiles, both at 95 %.',
    ],
    good: 'high',
    method: 'Kaplan and Meier (1958); Wilson (1927)',
  },
  headline: 'within',
  observes: [
    { part: 'share', id: 'within', label: 'had a named owner in time' },
    { part: 'time', id: 'done', label: 'time to the first named owner' },
    { part: 'now', id: 'waiting', label: 'never had a named owner' },
  ],
  needs: [
    { item_kind: 'ticket', all: ['at', 'owner'], bounds: ['owner'] },
    { item_kind: 'escalation', all: ['at', 'owner'], bounds: ['owner'] },
  ],
}
