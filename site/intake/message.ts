import { ownWords } from '../../data/shared/intake-text.ts'
import { writeRequest } from '../../data/shared/intake-write.ts'
import type { Answers } from './check.ts'
import { dayInFull, impactWords, reasonWords, wantedWords } from './words.ts'

/** What is sent: plain text, its lines ending in "\n". */
export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
}

const mostInSubject = 3

function subjectOf(tickets: readonly string[]): string {
  if (tickets.length === 0) return 'IT escalation, no ticket number'
  const more = tickets.length > mostInSubject ? ` and ${tickets.length - mostInSubject} more` : ''
  return `IT escalation: ${tickets.slice(0, mostInSubject).join(', ')}${more}`
}

/** Own words below what they answer, set in as a letter would. */
const setIn = (text: string): string[] =>
  ownWords(text)
    .split('\n')
    .map((line) => line && `  ${line}`)

const told = (label: string, text: string): string[] => (text.trim() === '' ? [] : [label, ...setIn(text)])

function ticketLines({ request: { tickets }, filling }: Answers): string[] {
  const named = `${tickets.length === 1 ? 'Ticket' : 'Tickets'}: ${tickets.join(', ')}`
  const numbers = tickets.length > 0 ? named : 'I have no ticket number.'
  if (!filling.no_ticket) return [numbers]
  return [
    numbers,
    ...told('Where it is:', filling.place),
    ...told('How and when I reported it:', filling.reported),
  ]
}

function reasonLines({ reason, recurring, for_others }: Answers['filling']): string[] {
  return [
    ...(reason === '' ? [] : [`Why I escalate: ${reasonWords[reason]}.`]),
    ...(recurring ? ['It was fixed and came back.'] : []),
    ...(for_others ? ['I write for a colleague or a group.'] : []),
  ]
}

const wordsLabel = ({ request }: Answers): string =>
  request.tickets.length === 0 ? 'What is wrong, in my words:' : 'In my words:'

const paragraphsOf = (answers: Answers): string[][] => {
  const { filling, request } = answers
  return [
    ticketLines(answers),
    filling.impact === ''
      ? []
      : [`What it stops: ${impactWords[filling.impact]}`, ...told(wordsLabel(answers), filling.impact_words)],
    request.needed_by === null ? [] : [`Needed by: ${dayInFull(request.needed_by)}`],
    reasonLines(filling),
    told('What has been tried:', filling.tried),
    filling.wanted === '' ? [] : [`What would help: ${wantedWords[filling.wanted]}`],
    told('How to reach me:', filling.contact),
    ['Please leave the lines below as they are: they let IT count this request.'],
  ]
}

/** The message of a filling: what people read, and below it the block that the nightly reads. */
export function messageOf(answers: Answers, to: string): Message {
  const words = paragraphsOf(answers)
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
  return {
    to,
    subject: subjectOf(answers.request.tickets),
    text: writeRequest(answers.request, words.join('\n\n')),
  }
}
