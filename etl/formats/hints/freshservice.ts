import type { Hint } from '../format.ts'

export const hint: Hint = {
  name: 'freshservice',
  title: 'Freshservice ticket export',
  entity: 'ticket',
  signatures: [['Ticket Id', 'Agent', 'Created Time', 'Last Updated Time']],
  columns: {
    id: 'Ticket Id',
    opened_at: 'Created Time',
    first_response_at: 'Initial Response Time',
    updated_at: 'Last Updated Time',
    resolved_at: 'Resolved Time',
    closed_at: 'Closed Time',
    owner: 'Agent',
    team: 'Group',
    status: 'Status',
    priority: 'Priority',
    kind: 'Type',
    category: 'Category',
    subcategory: 'Sub-Category',
    item: 'Item',
    subject: 'Subject',
  },
  dates: ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M'],
  values: {
    status: { Pending: 'waiting', Resolved: 'resolved', Closed: 'closed' },
    kind: { Incident: 'incident', 'Service Request': 'request' },
  },
  notes: [
    'Open is both a ticket that nobody has seen and one that is being worked on: say under values: which.',
    'Headers of own fields repeat: of two with one name the first counts.',
    'How its dates are written was not seen: compare the first rows with the tool.',
  ],
}
