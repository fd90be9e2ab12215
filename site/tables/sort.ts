/** Sorting a table by its heads. */

export type Way = 'ascending' | 'descending'

const collator = new Intl.Collator('en-GB', { numeric: true })

const compared = (a: string, b: string): number => {
  const difference = Number(a) - Number(b)
  return a === '' || b === '' || Number.isNaN(difference) ? collator.compare(a, b) : difference
}

/** The places of keys in order: numbers as numbers, else as text; equal ones as they stood, missing ones last either way. */
export const sorted = (keys: readonly (string | null)[], way: Way): number[] => {
  const sign = way === 'ascending' ? 1 : -1
  return keys
    .map((key, place) => ({ key, place }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return sign * compared(a.key, b.key)
    })
    .map(({ place }) => place)
}

/** What a cell is sorted by: its value, else its words, whole numbers without their commas; null where it has neither. */
export const keyOf = (value: string | undefined, words: string): string | null => {
  const text = (value ?? words).trim()
  if (text === '' || text === '–') return null
  return /^[\d,]+$/.test(text) ? text.replaceAll(',', '') : text
}

const keysOf = (rows: HTMLTableRowElement[], column: number): (string | null)[] =>
  rows.map(({ cells }) => keyOf(cells[column]?.dataset.value, cells[column]?.textContent ?? ''))

/** Where a row stood before any sorting. */
const placeOf = new WeakMap<HTMLTableRowElement, number>()

const sortBy = (table: HTMLTableElement, column: number, way: Way, isLatestFirst: boolean): void => {
  const body = table.tBodies[0]
  const rows = [...(body?.rows ?? [])]
  for (const [place, row] of rows.entries()) if (!placeOf.has(row)) placeOf.set(row, place)
  const keys = isLatestFirst ? rows.map((row) => String(-(placeOf.get(row) ?? 0))) : keysOf(rows, column)
  body?.append(...sorted(keys, way).flatMap((place) => rows[place] ?? []))
}

/** Numbers begin with the largest, words with the first. */
const wayAfter = (head: HTMLTableCellElement): Way => {
  const isNumber = head.classList.contains('n')
  if (head.ariaSort === null) return isNumber ? 'descending' : 'ascending'
  return head.ariaSort === 'ascending' ? 'descending' : 'ascending'
}

const buttonOf = (head: HTMLTableCellElement, name: string): HTMLButtonElement => {
  const button = document.createElement('button')
  const more = document.createElement('span')
  button.type = 'button'
  button.className = 'sort'
  more.className = 'hidden'
  more.textContent = `, sort “${name}”`
  head.abbr = head.textContent.trim()
  button.append(...head.childNodes, more)
  return button
}

const headsOf = (table: HTMLTableElement): HTMLTableCellElement[] => [...(table.tHead?.rows[0]?.cells ?? [])]

const sortAt = (table: HTMLTableElement, column: number, way: Way): void => {
  const heads = headsOf(table)
  for (const [at, head] of heads.entries()) head.ariaSort = at === column ? way : null
  sortBy(table, column, way, heads[column]?.hasAttribute('data-latest-first') ?? false)
}

/** Sorts a table by the head of a name; false where it has none. */
export const sortByHead = (table: HTMLTableElement, name: string, way: Way): boolean => {
  const column = headsOf(table).findIndex((head) => (head.abbr || head.textContent).trim() === name)
  if (column >= 0) sortAt(table, column, way)
  return column >= 0
}

/** Puts the rows back as they stood. */
export const resetOrder = (table: HTMLTableElement): void => {
  for (const head of headsOf(table)) head.ariaSort = null
  sortBy(table, 0, 'descending', true)
}

/** Makes the heads of a table buttons that sort it; those that are buttons already stay as they are. */
export const makeSortable = (table: HTMLTableElement): void => {
  for (const [column, head] of headsOf(table).entries()) {
    if (head.matches('.line, .range') || head.querySelector('button') !== null) continue
    const button = buttonOf(head, table.caption?.textContent.trim() ?? '')
    head.append(button)
    button.addEventListener('click', () => sortAt(table, column, wayAfter(head)))
  }
}
