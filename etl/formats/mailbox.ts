import type { Format } from './format.ts'

/** A mailbox as mbox or eml files: the reader of mail writes each message as a row under these very headers. */
export const format: Format = {
  name: 'mailbox',
  title: 'Messages of a mailbox (mbox, eml)',
  entity: 'message',
  grain: 'event',
  coverage: 'all',
  nulls: [],
  dates: ['iso'],
  columns: {
    message_id: ['message_id'],
    in_reply_to: ['in_reply_to'],
    references: ['references'],
    at: ['at'],
    from: ['from'],
    to: ['to'],
    is_automatic: ['is_automatic'],
    subject: ['subject'],
    description: ['description'],
  },
  required: ['message_id', 'at'],
  values: {},
  container: 'mail',
  signatures: [],
  notes: [
    'Replies sent as a shared mailbox often stay in the own "Sent" folder of whoever wrote them: without them nothing looks answered. Let the mailbox keep a copy of what is sent as it, and export its Sent folder too.',
    'A reply that went out from a ticketing tool is in that tool and not here.',
    'Whoever answered first is taken for the owner only where assume_owner says so.',
    'What people wrote is read for ticket numbers and for the form of the site, and never kept.',
    'Messages that a rule has moved or deleted are not in it: a thread may begin with an answer.',
  ],
}
