import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'owned',
  definition: {
    title: 'A designated owner throughout',
    sentence: 'How many requests were never without a named owner, and which have none now.',
    how: [
      'A request should have a named owner from its acknowledgement on, or from the end of the time allowed for naming one if that is earlier, until it is resolved. Stretches in which it counted as resolved before it was reopened are left out.',
      'An owner is a person by name. Shared mailboxes and automatic accounts are none, nobody is one after leaving, and who is merely taken for the owner because they answered is not counted.',
      'The share is that of requests that were never without one. Those whose time has not begun yet are left out of it; those whose time had no length, because they were done at once, count as never without one. Of those that were already under way when they were first seen it cannot be told: the interval allows for either, and where they are more than a tenth there is no single figure.',
      'The share of time without an owner is that of all requests together: their minutes without one over all their minutes. Its interval takes as many requests for independent as would tell as much if all lasted equally long.',
    ],
    good: 'high',
    method: 'Wilson (1927); Kish (1965)',
  },
  headline: 'always',
  observes: [
    { part: 'share', id: 'always', label: 'never without a named owner' },
    {
      part: 'share',
      id: 'unowned_time',
      good: 'low',
      label: 'of the time without a named owner',
      isWeighted: true,
    },
    { part: 'now', id: 'unowned', label: 'without a named owner' },
  ],
  needs: [
    { item_kind: 'escalation', all: ['at', 'owner'], bounds: ['owner'] },
    { item_kind: 'ticket', all: ['at', 'owner'], bounds: ['owner'] },
  ],
}
