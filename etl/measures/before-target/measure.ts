import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'before-target',
  definition: {
    title: 'Escalated before the target',
    sentence: 'How many escalations about speed came before the ticket’s own target had passed.',
    how: [
      'Counted are escalations whose reason is speed, alone or among several, and whose ticket has a target: that of resolution, else that of response.',
      'It is neither good nor bad. A high share may mean that the targets are not known, or that they are too slow for what people have to do.',
      'Interval: Wilson, 95 %.',
    ],
    good: 'neutral',
    method: 'Wilson (1927)',
  },
  headline: 'before',
  observes: [
    { part: 'share', id: 'before', label: 'raised before the target had passed', of: ['escalation'] },
  ],
  needs: [{ item_kind: 'escalation', all: ['reason', 'ticket_id'] }],
}
