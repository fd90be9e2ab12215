import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'satisfaction',
  definition: {
    title: 'Satisfaction',
    sentence: 'How many of those who were asked and answered were satisfied.',
    how: [
      'The answers “good”, of all answers “good” or “bad”, about requests resolved in the period. Beside it always stands how many answered at all: of few answers the share says little about those who kept silent. A request counts fourteen days after its end, in the period of its end: until then an answer may still come.',
      'Interval: Wilson, 95 %, for the chance in who happened to be asked; it does not cover that those who answer may be unlike those who do not.',
    ],
    good: 'high',
    method: 'Wilson (1927)',
  },
  headline: 'satisfied',
  observes: [
    { part: 'share', id: 'satisfied', label: 'satisfied, of those who answered' },
    { part: 'share', id: 'responded', good: 'neutral', label: 'answered, of those resolved' },
  ],
  needs: [
    { item_kind: 'ticket', all: ['satisfaction'] },
    { item_kind: 'escalation', all: ['satisfaction'] },
  ],
}
