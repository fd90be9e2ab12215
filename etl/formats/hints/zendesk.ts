import type { Hint } from '../format.ts'

export const hint: Hint = {
  name: 'zendesk',
  title: 'Zendesk view export',
  entity: 'ticket',
  signatures: [
    ['Summation column', 'Id', 'Requester', 'Assignee'],
    ['Id', 'Requester', 'Group stations', 'Assignee stations'],
  ],
  columns: {
    id: 'Id',
    opened_at: 'Created at',
    updated_at: 'Updated at',
    resolved_at: 'Solved at',
    owner: 'Assignee',
    team: 'Group',
    status: 'Status',
    priority: 'Priority',
    kind: 'Ticket type',
    subject: 'Subject',
    requester: 'Requester',
    reopen_count: 'Reopens',
    satisfaction: 'Satisfaction Score',
  },
  dates: ['%Y-%m-%d %H:%M', '%Y-%m-%d %H:%M:%S'],
  values: {
    status: {
      New: 'new',
      Open: 'in_progress',
      Pending: 'waiting',
      'On-hold': 'waiting',
      Solved: 'resolved',
      Closed: 'closed',
    },
    kind: { Incident: 'incident', Question: 'request' },
  },
  notes: [
    'It holds how many minutes the first reply took and not when it came, so a ticket is acknowledged when it is seen to have left New.',
    'An empty reply time is not yet, and not 0.',
    'Times are in the zone of the account.',
    'Own fields have headers that end in [list] or [txt].',
  ],
}
