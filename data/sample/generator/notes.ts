import { type Escalation, isOver, type Status } from './escalation.ts'
import type { Random } from './random.ts'

const started = [
  'Rang back, left a message',
  'Asked the team for a date',
  'Spoke to the lecturer, will go to the room before the 2 pm class',
  'Same fault as last week, see problem record',
  'Team lead is looking at it; next update Friday',
  'Quoted "five days" by the supplier',
  'Room is in use until four, someone goes after that',
  'Two people wrote about this\nkept as one row',
]
const ended = [
  'Requester happy to close',
  'Replaced the part, tested with the requester',
  'Workaround given, fix to follow',
  'Explained why it took so long, apologised',
  'No reply to two messages, closed',
  'Handled within the ticket, told the requester',
]

/** A few words in the last column; nobody maps them. */
export function noteOf(random: Random, status: Status): Escalation['notes'] {
  if (status === 'New' || random.chance(0.35)) return ''
  return random.pick(isOver(status) ? ended : started)
}
