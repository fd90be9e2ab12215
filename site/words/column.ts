/** The headings of published columns and dimensions. */
import type { Breakdown } from '../../data/contract.ts'

type Column = Breakdown['columns'][number]

const names: Record<string, string> = {
  items: 'Items',
  items_before: 'Items of the year before',
  people: 'People',
  within: 'In time',
  always: 'Always owned',
  heard: 'Time with word in time',
  unowned_time: 'Time without an owner',
  waiting_time: 'Time waiting for others',
  first_contact: 'Solved at first contact',
  redirected_emergency: 'Redirected as emergencies',
  closed_before_ticket: 'Ended before their ticket',
  quoted: 'With a ticket number',
  matched: 'With a known ticket',
  opened_before: 'Ticket opened before',
  rate: 'Escalated, of 100',
  has_target: 'With a target',
  response: 'Answered in time',
  response_met: 'Answers in time',
  response_missed: 'Answers too late',
  response_open: 'Answers still due',
  resolution: 'Resolved in time',
  resolution_met: 'Resolutions in time',
  resolution_missed: 'Resolutions too late',
  resolution_open: 'Resolutions still due',
  median: 'Half within',
  median_business: 'Half within',
  lead_median: 'Half escalated within',
  lead_median_business: 'Half escalated within',
  redirect_median: 'Half redirected within',
  redirect_median_business: 'Half redirected within',
  p90: '9 in 10 within',
  waiting_now: 'Waiting now',
  open_now: 'Open now',
  unowned_now: 'No owner',
  silent_now: 'Without word',
  late_now: 'Past their target',
  overdue: 'Past their target',
  transferred_in_28_days: 'Taken over in 28 days',
  transferred_out_28_days: 'Handed over in 28 days',
  older_than_7_days: 'Older than 7 days',
  older_than_28_days: 'Older than 28 days',
  arrived_28_days: 'Arrived in 28 days',
  departed_28_days: 'Left in 28 days',
  tickets: 'Tickets in all',
  requesters: 'Requesters',
  recent: 'Last 28 days',
  before: '84 days before',
  first_seen: 'First seen',
  last_seen: 'Last seen',
  escalated_share: 'Escalated',
}

/** Of shares that are called as a count is. */
const shares: Record<string, string> = { before: 'Before the target' }

const dimensions: Record<string, string> = {
  service: 'Service',
  priority: 'Priority',
  team: 'Team',
  category: 'Category',
  department: 'Department',
  age: 'Age',
  load: 'Open items held',
  group: 'Issue',
  groups: 'Issue',
  open_items: 'Open items held',
  distribution: 'Open items held',
}

/** An id as words, for what has no name here yet: `first_owned` → "First owned". */
const plain = (id: string): string => {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The heading of a column; a share in time names its time, a duration its clock. */
export const columnLabel = ({ id, unit, clock }: Column, within: string): string => {
  const name = (unit === 'share' ? shares[id] : undefined) ?? names[id] ?? plain(id)
  if (id === 'within' && within !== '') return `Within ${within}`
  return unit === 'minutes' && clock === 'business' ? `${name}, working time` : name
}

/** The heading of the first column. */
export const dimensionLabel = (by: string): string => dimensions[by] ?? plain(by)

const order = [
  'items',
  'people',
  'within',
  'median',
  'median_business',
  'p90',
  'waiting_now',
  'open_now',
  'unowned_now',
  'older_than_7_days',
  'older_than_28_days',
  'arrived_28_days',
  'departed_28_days',
  'recent',
  'before',
  'tickets',
  'requesters',
  'escalated_share',
]
const rank = ({ id }: Column): number => (order.includes(id) ? order.indexOf(id) : order.length)

/** Columns that have a place in that order, in it: what a list shows. */
export const placed = (columns: readonly Column[]): Column[] =>
  inOrder(columns).filter(({ id }) => order.includes(id))

/** How a team's share stands beside the others is told in words on a page of its own. */
const isStanding = ({ id }: Column): boolean => id.endsWith('_stands')

/** Columns in the order of reading; unknown ones stand last as they come. */
export const inOrder = (columns: readonly Column[]): Column[] =>
  columns.filter((column) => !isStanding(column)).sort((a, b) => rank(a) - rank(b))
