/** The four lines of an escalation by mail. */

export const requestSubject = 'IT escalation'

/** The lines that a mail is filled with; the example shows what a ticket number looks like. */
export const requestLines = (example: string): string[] => [
  `Ticket number (like ${example}): `,
  'What it is stopping you doing: ',
  'By when you need it: ',
  'Anything else we should know: ',
]
