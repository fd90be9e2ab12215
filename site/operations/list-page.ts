/** A list that may be long, in pages that each weigh little. */

/** Rows of one page: with many more, and hundreds of owners to choose from, it would weigh over 25 KB. */
const rowsOnPage = 80

export type ListPage<Item> = {
  /** From 1 */
  number: number
  /** How many pages there are. */
  count: number
  items: readonly Item[]
  /** How many items stand before these, and how many there are in all. */
  before: number
  all: number
}

/** The pages of a list; one without rows where it is empty. */
export const pagesOf = <Item>(
  items: readonly Item[],
  size = rowsOnPage,
): [ListPage<Item>, ...ListPage<Item>[]] => {
  const count = Math.max(1, Math.ceil(items.length / size))
  const pageOf = (at: number): ListPage<Item> => ({
    number: at + 1,
    count,
    items: items.slice(at * size, (at + 1) * size),
    before: at * size,
    all: items.length,
  })
  return [pageOf(0), ...Array.from({ length: count - 1 }, (_, at) => pageOf(at + 1))]
}

/** The address of a page of a list: the first stands at the list's own, the others below `folder`. */
export const pathOfPage = (first: string, folder: string, number: number): string =>
  number === 1 ? first : `${folder}${number}/`
