import type { Measure } from '../measure.ts'

export const measure: Measure = {
  id: 'updated',
  definition: {
    title: 'Kept up to date',
    sentence: 'For how much of the time that a request is open its requester had heard of it lately.',
    how: [
      'An update is a message by a person that the requester can see. Automatic messages and internal notes are none, and neither is what the requester writes.',
      'The share is that of the open working time that lies within the set time after such a message: the working minutes in which the requester had heard lately, over all working minutes in which the requests were open, each minute in the period in which it lies. It does not grow with the age of a request, as the longest silence does.',
      'Where the institution has promised no cadence, five working days are a yardstick and not a target. Silence is counted from receipt, so that a request that nobody ever answered is silent for its whole life.',
      'It can be told only from sources that hold the messages themselves. The interval takes as many requests for independent as would tell as much if all were open equally long.',
    ],
    good: 'high',
    method: 'Wilson (1927); Kish (1965)',
  },
  headline: 'heard',
  writesFigures: true,
  observes: [
    { part: 'share', id: 'heard', label: 'of the open time with word in time', isWeighted: true },
    { part: 'now', id: 'silent', label: 'without word for longer than the set time' },
  ],
  needs: [
    { item_kind: 'escalation', all: ['event'] },
    { item_kind: 'ticket', all: ['event'] },
  ],
}
