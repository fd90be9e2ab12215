import type { Deed } from './contact.ts'
import type { Random } from './random.ts'

const remarks: Partial<Record<Deed, readonly string[]>> = {
  Note: [
    'asked the team for a date',
    'looked at the log of the last week',
    'same fault as before, see problem',
  ],
  'Wrote to requester': [
    'where it stands',
    'asked for a time to visit',
    'supplier comes on Thursday, told them',
  ],
  'Rang requester': [
    'no answer, left a message',
    'explained what we are waiting for',
    'spoke for ten minutes',
  ],
  Waiting: ['part is ordered', 'they want to see "what is possible" first'],
  'Requester asked again': ['not happy', 'wants to know who has it'],
}

/** A few words at the end of a line; nobody maps them. */
export function remarkOn(random: Random, deed: Deed): string {
  const known = remarks[deed]
  return known && random.chance(0.4) ? random.pick(known) : ''
}
