/** The four lines of an escalation by mail. No ticket number may stand in them: whatever is sent is counted. */

export const requestSubject = 'IT escalation'

export const requestLines: readonly string[] = [
  'Ticket number: ',
  'What it is stopping you doing: ',
  'By when you need it: ',
  'Anything else we should know: ',
]
