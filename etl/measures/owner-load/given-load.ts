import { asOf, type GivenRow } from '../case.ts'

const minutesInDay = 1440
export const daysAgo = (days: number): string =>
  new Date(Date.parse(asOf) - days * minutesInDay * 60_000).toISOString()

let count = 0
export const ticket = (own: GivenRow): GivenRow => ({
  ticket_id: `T${count++}`,
  is_open: true,
  known_until: asOf,
  opened_at: daysAgo(1),
  ...own,
})
/** So many open tickets of one owner. */
export const held = (owner: string | null, items: number, own: GivenRow = {}): GivenRow[] =>
  Array.from({ length: items }, () => ticket({ owner, ...own }))
/** Open tickets of as many people, so many of each. */
export const loads = (...items: readonly number[]): GivenRow[] =>
  items.flatMap((one, index) => held(`Person ${index}`, one))
