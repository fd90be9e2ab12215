import type { Measure, Need } from '../measure.ts'

const ownersInTurn: Need[] = [
  { item_kind: 'ticket', all: ['at', 'owner', 'status'] },
  { item_kind: 'escalation', all: ['at', 'owner', 'status'] },
]
const messages: Need[] = [
  { item_kind: 'ticket', all: ['event'] },
  { item_kind: 'escalation', all: ['event'] },
]
const whatIsAvoidable: Need['all'] = ['ticket_id', 'event', 'outcome']
const statusesInTurn: Need[] = [
  { item_kind: 'ticket', all: ['at', 'status'] },
  { item_kind: 'escalation', all: ['at', 'status'] },
]

export const measure: Measure = {
  id: 'effort',
  definition: {
    title: 'Effort',
    sentence: 'How much a request took: how often it changed hands, came back, or had to be chased.',
    how: [
      'Handed on are resolved requests whose named owner changed at least once from one person to another; gaps and the first naming do not count. Returned are those that went from one person to another and back.',
      'Solved at first contact are those without a hand-off that were not reopened within the set number of days, of all first resolved so many days ago or more.',
      'Chased are requests about which the requester wrote again while they were open, of all that ended in the period; it can be told only from sources that hold the messages. Repeated are escalations about a ticket whose earlier escalation had been closed.',
      'Avoidable are escalations that repeat an earlier one, that the requester had to chase, or that were sent elsewhere (to the phone, back to their ticket or to another service), of all that ended in the period: a right first answer, or the right door, would have spared that work. Where the sources tell only some of this, it is a lower bound.',
      'Waiting for others is the time in which requests waited for the requester or a supplier, of all the time in which they were open, counted once a request has ended, in the period of its end. Intervals: Wilson, 95 %.',
    ],
    good: 'low',
    method: 'Wilson (1927); Kish (1965)',
  },
  headline: 'handed_on',
  observes: [
    { part: 'share', id: 'handed_on', needs: ownersInTurn, label: 'handed on at least once' },
    { part: 'share', id: 'returned', needs: ownersInTurn, label: 'returned to an earlier owner' },
    {
      part: 'share',
      id: 'first_contact',
      good: 'high',
      needs: ownersInTurn,
      label: 'solved at first contact',
    },
    { part: 'share', id: 'chased', needs: messages, label: 'chased by the requester' },
    {
      part: 'share',
      id: 'repeated',
      needs: [{ item_kind: 'escalation', all: ['ticket_id'] }],
      label: 'repeat an earlier escalation',
      of: ['escalation'],
    },
    {
      part: 'share',
      id: 'avoidable',
      needs: [{ item_kind: 'escalation', all: whatIsAvoidable, bounds: whatIsAvoidable }],
      label: 'avoidable: repeated, chased or sent elsewhere',
      of: ['escalation'],
    },
    {
      part: 'share',
      id: 'waiting_time',
      needs: statusesInTurn,
      label: 'of the open time waiting for others',
      isWeighted: true,
    },
  ],
  needs: [
    { item_kind: 'ticket', all: ['at', 'owner', 'status', 'event'], bounds: ['at', 'event'] },
    {
      item_kind: 'escalation',
      all: ['at', 'owner', 'status', 'event'],
      bounds: ['at', 'event', 'ticket_id', 'outcome'],
    },
  ],
}
