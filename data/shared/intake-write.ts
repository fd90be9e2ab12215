import type { Request } from './intake.ts'
import { fieldWords, ownWords } from './intake-text.ts'

const spoken = (answer: string | null): string => answer?.replaceAll('_', ' ') ?? ''

/** A ticket number as a list of them may hold it. */
const listed = (number: string): string => fieldWords(number.replace(/[,;:]/g, ' '))

function happened(has: boolean | null): string {
  if (has === null) return ''
  return has ? 'yes' : 'no'
}

const fieldsOf = (request: Request): (readonly [name: string, value: string])[] => [
  ['Tickets', request.tickets.map(listed).filter(Boolean).join(', ')],
  ['Reason', spoken(request.reason)],
  ['Impact', spoken(request.impact)],
  ['Wanted', spoken(request.wanted)],
  ['Needed by', request.needed_by ?? ''],
  ['Happened before', happened(request.has_happened_before)],
  ['Reported as', fieldWords(request.reported_as ?? '')],
]

/**
 * A message that carries a request: `words` for people, then the block that `readRequest` reads back, in lines that end in
 * "\n". Fields without an answer are left out. Whatever the words are, they change nothing of what is read.
 */
export function writeRequest(request: Request, words: string): string {
  const fields = fieldsOf(request)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
  const block = ['-- escalation request 1', ...fields, '-- end']
  return [ownWords(words), block.join('\n')].filter(Boolean).join('\n\n')
}
