/** The headings of published columns and dimensions. */
import type { Breakdown } from '../../data/contract.ts'

type Column = Breakdown['columns'][number]

const names: Record<string, string> = {
  items: 'Items',
  people: 'People',
  within: 'In time',
  median: 'Half within',
  median_business: 'Half within',
  p90: '9 in 10 within',
  waiting_now: 'Waiting now',
  open_now: 'Open now',
  unowned_now: 'No owner',
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
  const name = names[id] ?? plain(id)
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

/** Columns in the order of reading; unknown ones stand last as they come. */
export const inOrder = (columns: readonly Column[]): Column[] =>
  [...columns].sort((a, b) => rank(a) - rank(b))
