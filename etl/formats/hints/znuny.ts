import type { Hint } from '../format.ts'

export const hint: Hint = {
  name: 'znuny',
  title: 'Znuny or OTRS search export',
  entity: 'ticket',
  signatures: [
    ['Ticket Number', 'Queue', 'Owner', 'FirstLock'],
    ['Ticket Number', 'Queue', 'Lock', 'CustomerID'],
  ],
  columns: {
    id: 'Ticket Number',
    opened_at: 'Created',
    first_response_at: 'FirstResponse',
    closed_at: 'Closed',
    owner: 'Owner',
    team: 'Queue',
    status: 'State',
    priority: 'Priority',
    subject: 'Subject',
    requester: 'From',
    department: 'CustomerID',
  },
  dates: ['%Y-%m-%d %H:%M:%S'],
  values: {
    status: {
      new: 'new',
      open: 'in_progress',
      'pending reminder': 'waiting',
      'closed successful': 'closed',
      'closed unsuccessful': 'closed',
    },
  },
  notes: [
    'A search gives 2,000 rows at most: export by month.',
    'Headers and states follow the language of whoever exported it.',
    'pending auto close and merged may each mean two things: say under values: which.',
    'FirstLock is when someone first took the ticket: an owner, and no acknowledgement.',
    'A new ticket may be owned by the system account: name it under people: as shared.',
  ],
}
