import type { Hint } from '../format.ts'

export const hint: Hint = {
  name: 'osticket',
  title: 'osTicket queue export',
  entity: 'ticket',
  signatures: [['Ticket Number', 'Date Created', 'Current Status', 'Agent Assigned']],
  columns: {
    id: 'Ticket Number',
    opened_at: 'Date Created',
    updated_at: 'Last Updated',
    closed_at: 'Closed Date',
    owner: 'Agent Assigned',
    team: 'Team Assigned',
    status: 'Current Status',
    priority: 'Priority',
    department: 'Department',
    category: 'Help Topic',
    subject: 'Subject',
    requester: 'From',
  },
  dates: ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M'],
  values: { status: { Resolved: 'resolved', Closed: 'closed' } },
  notes: [
    'Open is both a ticket that nobody has seen and one that is being worked on: say under values: which.',
    'It holds no time of a first reply: Answered says only that there was one.',
    'Department is a department of the service desk, not of the requester: map it to team where teams are not used.',
    'Where the decimal sign is a comma, the cells are parted by ";".',
    'How its dates are written is a setting of the tool: compare the first rows with it.',
  ],
}
