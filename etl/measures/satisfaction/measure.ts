import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'satisfaction',
  definition: {
    title: 'Satisfaction',
    sentence: 'How many of those who were asked and answered were satisfied.',
    how: [
      'The answers “good”, of all answers “good” or “bad”, about requests resolved in the period. Beside it always stands how many answered at all: of few answers the share says little about those who kept silent. A request counts fourteen days after its end, in the period of its end: until then an answer may still come.',
      'What one department said in one month is often what one person said. So it cannot be filtered, and by department, team and so on no share is given of fewer than five, nor one that would tell theirs beside the others of the same table.',
      'Interval: Wilson, 95 %, for the chance in who happened to be asked; it does not cover that those who answer may be unlike those who do not.',
    ],
    good: 'high',
    method: 'Wilson (1927)',
  },
  headline: 'satisfied',
  observes: [
    { part: 'share', id: 'satisfied', label: 'satisfied, of those who answered', isAnswer: true },
    { part: 'share', id: 'responded', good: 'neutral', label: 'answered, of those resolved', isAnswer: true },
  ],
  needs: [
    { item_kind: 'ticket', all: ['satisfaction'] },
    { item_kind: 'escalation', all: ['satisfaction'] },
  ],
}
