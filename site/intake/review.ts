import type { Answers } from './check.ts'
import type { FieldName, Filling } from './filling.ts'
import { dayInFull, impactWords, reasonWords, wantedWords } from './words.ts'

/** One answer as the review shows it, and the field that it is changed in. */
export interface ReviewRow {
  readonly label: string
  /** Empty where nothing was answered. */
  readonly value: string
  readonly field: FieldName
  /** What changing it is called, after "Change". */
  readonly changed: string
}

const lines = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n')

function ticketRows({ filling, request }: Answers): ReviewRow[] {
  const label = request.tickets.length > 1 ? 'Ticket numbers' : 'Ticket number'
  const changed = label.toLowerCase()
  const numbers: ReviewRow = { label, value: request.tickets.join(', '), field: 'tickets', changed }
  if (!filling.no_ticket) return [numbers]
  const none: ReviewRow = { label, value: 'I don’t have one', field: 'no_ticket', changed }
  return [
    request.tickets.length > 0 ? numbers : none,
    { label: 'Room or place', value: filling.place.trim(), field: 'place', changed: 'the place' },
    {
      label: 'How and when it was reported',
      value: filling.reported.trim(),
      field: 'reported',
      changed: 'how it was reported',
    },
  ]
}

const yes = (is: boolean): string => (is ? 'Yes' : '')

function furtherRows({ reason, recurring, for_others, tried, wanted, contact }: Filling): ReviewRow[] {
  return [
    {
      label: 'Why you escalate',
      value: reason && reasonWords[reason],
      field: 'reason',
      changed: 'why you escalate',
    },
    {
      label: 'It was fixed and came back',
      value: yes(recurring),
      field: 'recurring',
      changed: 'whether it came back',
    },
    {
      label: 'For a colleague or a group',
      value: yes(for_others),
      field: 'for_others',
      changed: 'whom it is for',
    },
    { label: 'What was tried', value: tried.trim(), field: 'tried', changed: 'what was tried' },
    {
      label: 'What would help',
      value: wanted && wantedWords[wanted],
      field: 'wanted',
      changed: 'what would help',
    },
    { label: 'How to reach you', value: contact.trim(), field: 'contact', changed: 'how to reach you' },
  ]
}

/** The answers in the order of the form; what is not required stands there only where it was answered. */
export function reviewOf(answers: Answers): ReviewRow[] {
  const { impact, impact_words } = answers.filling
  const { needed_by } = answers.request
  const stops = lines(impact && impactWords[impact], impact_words)
  return [
    ...ticketRows(answers),
    { label: 'What it stops', value: stops, field: 'impact', changed: 'what it stops' },
    {
      label: 'Needed by',
      value: needed_by === null ? '' : dayInFull(needed_by),
      field: 'needed_by_day',
      changed: 'the day',
    },
    ...furtherRows(answers.filling).filter(({ value }) => value !== ''),
  ]
}
