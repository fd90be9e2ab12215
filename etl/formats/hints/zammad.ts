import type { Hint } from '../format.ts'

export const hint: Hint = {
  name: 'zammad',
  title: 'Zammad report download',
  entity: 'ticket',
  signatures: [['#', 'Title', 'State', 'Create Channel', 'Last Contact Agent At']],
  columns: {
    id: '#',
    opened_at: 'Created At',
    first_response_at: 'First Response At',
    updated_at: 'Updated At',
    closed_at: 'Closed At',
    owner: 'Owner',
    team: 'Group',
    status: 'State',
    priority: 'Priority',
    subject: 'Title',
    requester: 'Customer',
  },
  dates: ['iso', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M'],
  values: {
    status: { new: 'new', open: 'in_progress', 'pending reminder': 'waiting', closed: 'closed' },
  },
  notes: [
    'It is a spreadsheet (.xlsx).',
    'An owner "-" seems to mean none: write null_values: ["-"].',
    'pending close and merged may each mean two things: say under values: which.',
    'A negative difference in minutes is a breach; those columns are left out.',
  ],
}
