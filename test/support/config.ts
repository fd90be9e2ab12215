const indented = (text: string): string => text.trim().replaceAll(/^/gm, '  ')

/** A config.yaml around sources (YAML list items, not indented) and whatever else is to be set. */
export const configOf = (sources: string, more = ''): string => `institution:
  name: University of Somewhere
  department: IT Services
  timezone: Europe/London
  contact:
    escalations_email: escalations@example.ac.uk
sources:
${indented(sources)}
calendar:
  hours: { mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00" }
  bank_holidays: GB-ENG
${more}
`

/** A ticket log, one row a change. */
export const eventSource = `
- name: log
  files: "log*.csv"
  format: table
  entity: ticket
  grain: event
  columns: { id: id, at: at, order: order, status: status, owner: owner, team: team, actor: actor, opened_at: opened }
`

/** Tickets as they stand, one row a ticket. */
export const itemSource = `
- name: tickets
  files: "tickets*.csv"
  format: table
  entity: ticket
  grain: item
  columns: { id: id, opened_at: opened, updated_at: updated, resolved_at: resolved, status: status, owner: owner, team: team }
`

/** Escalations as they stand, one row an escalation. */
export const escalationSource = `
- name: escalations
  files: "escalations*.csv"
  format: table
  entity: escalation
  grain: item
  columns: { id: ref, ticket_id: ticket, received_at: received, acknowledged_at: acknowledged, status: status, owner: owner }
`

/** Lines as a file. */
export const csv = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
