import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'improvements',
  definition: {
    title: 'Improvements',
    sentence: 'What was changed or decided, and whether the figures show that it worked.',
    how: [
      'For each change, the tickets in which it should show are counted over the twelve weeks (a setting) before it and the twelve after it, and set against the number of all tickets in the same weeks, so that a season common to everything cancels. What is part of a major incident is in neither. The ratio of the two rates stands with its interval.',
      'For each decided action, its promise’s share before and after the decision is compared over as many weeks; the difference stands with its interval.',
      'There are fewer or more, or it is better or worse, only where the interval leaves out “no change”. Before all the weeks are over, and what came in them has had its time, it is too early to tell, and of fewer than ten items too few. A comparison of before and after does not prove the cause.',
      'Intervals at 95 %: the ratio’s from Wilson’s interval of the share that came after, the difference’s by Newcombe’s method.',
    ],
    good: 'neutral',
    method: 'Wilson (1927); Newcombe (1998)',
  },
  observes: [],
  readsPromises: true,
  needs: [
    { item_kind: 'ticket', all: ['id'] },
    { item_kind: 'escalation', all: ['id'] },
  ],
}
