/** Sorting by a field, for screens on which the heads of the tables do not stand. */
import { resetOrder, sortByHead } from '../tables/sort.ts'

export type Order = { label: string; head: string; way: 'ascending' | 'descending' }

/** What a list may be sorted by; the heads are those of its tables. */
export const orders = (first: string, hasNeeds: boolean): Order[] => [
  { label: 'Longest open', head: 'Open for', way: 'descending' },
  { label: 'Owner', head: 'Owner and team', way: 'ascending' },
  ...(hasNeeds ? [{ label: 'Needed by', head: 'Needed by', way: 'ascending' } as const] : []),
  { label: 'Number', head: first, way: 'ascending' },
]

/** How an order stands in a field: "descending Open for" */
export const orderValue = ({ head, way }: Order): string => `${way} ${head}`

/** Sorts each table of a list; one without such a head, and all where nothing is asked for, stand as they came. */
export const sortBy = (page: ParentNode, value: string): void => {
  const [way, head] = [value.slice(0, value.indexOf(' ')), value.slice(value.indexOf(' ') + 1)]
  for (const table of page.querySelectorAll<HTMLTableElement>('table[data-rows]')) {
    const isSorted =
      value !== '' && sortByHead(table, head, way === 'descending' ? 'descending' : 'ascending')
    if (!isSorted) resetOrder(table)
  }
}
