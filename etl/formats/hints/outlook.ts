import type { Hint } from '../format.ts'

export const hint: Hint = {
  name: 'outlook',
  title: 'Outlook mail exported as CSV',
  entity: 'message',
  signatures: [['Subject', 'Body', 'From: (Name)', 'From: (Address)']],
  columns: {},
  dates: [],
  values: {},
  notes: ['It holds the text of the messages: delete it once the mail is exported otherwise.'],
  refusal:
    'It has no date and no Message-ID, so nobody can tell when a message came or which one it answers. Export the mailbox as mbox, or save its messages as .eml, and use the format mailbox.',
}
