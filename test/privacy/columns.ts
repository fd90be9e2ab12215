/** The columns of each export, and what stands in their cells. */
import { type Column, holds, type Line, one, owner, subject, type Written } from './sheet.ts'

const iso: Written = (wall) => wall
const seconds: Written = (wall) => `${wall.replace('T', ' ')}:00`
const european: Written = (wall) => wall.replace(/^(\d+)-(\d+)-(\d+)T(.*)$/, '$3/$2/$1 $4')
const american: Written = (wall) => {
  const [, day = '', hour = '', minute = ''] = /-(\d\d)T(\d\d):(\d\d)$/.exec(wall) ?? []
  return `${day}/Mar/26 ${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`
}
const dashed: Written = (wall) => wall.replace(/^(\d+)-(\d+)-(\d+)T(.*)$/, '$3-$2-$1 $4')
/** On a day that no month could be taken for. */
const inLateMonth: Written = (wall) => wall.replace(/-(\d\d)T/, (_, day) => `-${13 + (day % 15)}T`)

const time = (header: string, written: Written): Column => ({
  header,
  is: 'time',
  cell: ({ at }) => written(at),
})
const later = (header: string, written: Written): Column => ({ header, cell: ({ later: at }) => written(at) })
const id = (header: string): Column => ({
  header,
  is: 'id',
  cell: ({ index }, tokens, from) =>
    tokens.next(from.startsWith('plain') && index === 0 ? 'corrected_item' : 'item', from, 'ticket'),
})
const status = (header: string, ...words: readonly string[]): Column => ({
  header,
  is: 'status',
  cell: one(...words),
})
const column = (header: string, cell: Column['cell']): Column => ({ header, cell })
const people = (...headers: readonly string[]): Column[] =>
  headers.map((header) => column(header, holds('requester')))
const unread = (...headers: readonly string[]): Column[] =>
  headers.map((header) => column(header, holds('unread')))
const catalogue = (team: string, service: string, category: string): Column[] => [
  column(team, one('Desk', 'Network')),
  column(service, one('Email', 'Wi-Fi', 'Email')),
  column(category, one('Access', 'Speed')),
]

/** A ticket list of a table that config.yaml maps. */
export const tickets: readonly Column[] = [
  id('number'),
  time('opened', iso),
  later('resolved', iso),
  status('state', 'new', 'in_progress', 'resolved', 'closed'),
  column('assignee', owner),
  ...catalogue('team', 'service', 'category'),
  column('priority', one('P1', 'P2', 'P3')),
  ...people('caller'),
  column('title', subject),
  column('text', holds('body')),
  column('closed by', holds('closed_by')),
  column('kind', one('incident', 'request')),
  ...unread('watchers', 'telephone', 'room', 'customer address', 'remarks'),
]

/** A ticket log, one row a change. */
export const changes: readonly Column[] = [
  id('number'),
  time('at', iso),
  column('order', ({ index }: Line) => String(index)),
  status('state', 'new', 'in_progress', 'waiting', 'resolved'),
  column('assignee', owner),
  ...catalogue('team', 'service', 'category'),
  column('changed by', holds('actor')),
  ...people('caller'),
  column('title', subject),
  column('text', holds('body')),
  ...unread('work note', 'contact'),
]

/** An escalation log kept by hand. */
export const escalations: readonly Column[] = [
  id('ref'),
  column('ticket', holds('item', 'ticket')),
  time('received', iso),
  status('state', 'new', 'in_progress', 'waiting'),
  column('assignee', owner),
  column('team', one('Desk', 'Network')),
  ...people('caller'),
  column('title', holds('body')),
  column('text', holds('body')),
  column('why', holds('word')),
  column('stops', holds('word')),
  column('asked for', holds('word')),
  column('came by', holds('word')),
  column('came out', holds('word')),
  column('closed by', holds('closed_by')),
  ...unread('contact details', 'notes of the call'),
]

export const serviceNow: readonly Column[] = [
  id('number'),
  time('opened_at', seconds),
  later('sys_updated_on', seconds),
  status('state', 'New', 'In Progress', 'Resolved'),
  column('assigned_to', owner),
  ...catalogue('assignment_group', 'business_service', 'category'),
  column('priority', one('1 - Critical', '3 - Moderate')),
  ...people('caller_id'),
  column('short_description', subject),
  column('description', holds('body')),
  ...unread('opened_by', 'watch_list', 'comments_and_work_notes', 'u_contact_phone', 'u_room'),
]

export const serviceNowLog: readonly Column[] = [
  id('number'),
  status('incident_state', 'New', 'Active', 'Resolved'),
  column('sys_mod_count', one('0', '1', '2')),
  time('sys_updated_at', (wall) => european(inLateMonth(wall))),
  column('assigned_to', owner),
  column('assignment_group', one('Desk')),
  column('sys_updated_by', holds('actor')),
  ...people('caller_id'),
  column('short_description', subject),
  column('description', holds('body')),
  ...unread('sys_created_by', 'notify', 'close_notes'),
]

export const jira: readonly Column[] = [
  column('Summary', subject),
  id('Issue key'),
  column('Issue Type', one('[System] Incident', 'Service Request')),
  status('Status', 'To Do', 'In Progress', 'Done'),
  column('Priority', one('High', 'Low')),
  column('Assignee', owner),
  ...people('Reporter'),
  time('Created', american),
  later('Updated', american),
  column('Description', holds('body')),
  ...unread('Assignee Id', 'Reporter Id', 'Creator', 'Watchers', 'Watchers', 'Attachment', 'Comment', 'Comment'),
] // biome-ignore format: a table

export const glpi: readonly Column[] = [
  id('ID'),
  column('Title', subject),
  status('Status', 'New', 'Pending', 'Solved'),
  later('Last update', (wall) => dashed(inLateMonth(wall))),
  time('Opening date', (wall) => dashed(inLateMonth(wall))),
  column('Priority', one('High', 'Medium')),
  ...people('Requester - Requester'),
  column('Assigned to - Technician', owner),
  column('Assigned to - Technician group', one('Desk')),
  column('Category', one('Access')),
  column('Description', holds('body')),
  ...unread('Writer', 'Followups - Description', 'Phone'),
]

/** Messages as a table. */
export const messages: readonly Column[] = [
  column('message', (_, tokens, from) => `<${tokens.next('body', from, 'address')}>`),
  column('conversation', holds('body', 'word')),
  time('sent', iso),
  column('sender', (_, tokens, from) => `${tokens.next('requester', from, 'word')} <${tokens.next('requester', from, 'address')}>`),
  column('addressees', (_, tokens, from) => `desk@example.ac.uk, ${tokens.next('body', from, 'address')}`),
  column('automatic', one('false')),
  column('title', holds('body')),
  column('text', holds('body')),
  ...unread('attachments', 'copies'),
] // biome-ignore format: a table
