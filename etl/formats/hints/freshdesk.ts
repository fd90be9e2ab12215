import type { Hint } from '../format.ts'

export const hint: Hint = {
  name: 'freshdesk',
  title: 'Freshdesk ticket export',
  entity: 'ticket',
  signatures: [['Ticket ID', 'Agent', 'Created time', 'Last update time']],
  columns: {
    id: 'Ticket ID',
    opened_at: 'Created time',
    first_response_at: 'Initial response time',
    updated_at: 'Last update time',
    resolved_at: 'Resolved time',
    closed_at: 'Closed time',
    owner: 'Agent',
    team: 'Group',
    status: 'Status',
    priority: 'Priority',
    kind: 'Type',
    subject: 'Subject',
  },
  dates: ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M'],
  values: {
    status: {
      Pending: 'waiting',
      'Waiting on Customer': 'waiting',
      'Waiting on Third Party': 'waiting',
      Resolved: 'resolved',
      Closed: 'closed',
    },
    kind: { Incident: 'incident', 'Service Request': 'request', Question: 'request' },
  },
  notes: [
    'Open is both a ticket that nobody has seen and one that is being worked on: say under values: which.',
    'First response time and Resolution time are durations (hh:mm:ss), often empty where the times themselves are filled, and negative at times: they are left out.',
  ],
}
