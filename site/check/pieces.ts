/** Pieces of a result. */
import { make } from '../filter/elements.ts'
import { watchRegion } from '../regions.ts'

export type Cell = string | Node

const filled = <Name extends 'td' | 'th' | 'dd' | 'dt'>(name: Name, cell: Cell, className = '') => {
  const element = make(name, className)
  element.append(cell)
  return element
}

const headOf = (heads: readonly string[], numeric: readonly number[]): HTMLElement => {
  const row = make('tr', '')
  for (const [at, words] of heads.entries()) {
    const head = filled('th', words, numeric.includes(at) ? 'n' : '')
    head.scope = 'col'
    row.append(head)
  }
  const thead = make('thead', '')
  thead.append(row)
  return thead
}

const bodyOf = (rows: readonly (readonly Cell[])[], numeric: readonly number[]): HTMLElement => {
  const body = make('tbody', '')
  for (const cells of rows) {
    const row = make('tr', '')
    for (const [at, cell] of cells.entries()) {
      const made = filled(at === 0 ? 'th' : 'td', cell, numeric.includes(at) ? 'n' : '')
      if (made instanceof HTMLTableCellElement && at === 0) made.scope = 'row'
      row.append(made)
    }
    body.append(row)
  }
  return body
}

/** A table that scrolls within itself where it is wider than the page; `name` is its caption and its region's name. */
export const tableOf = (
  name: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  numeric: readonly number[] = [],
): HTMLElement => {
  const region = make('div', 'region')
  region.role = 'region'
  region.ariaLabel = name
  region.tabIndex = 0
  region.dataset.region = ''
  const table = make('table', '')
  const caption = make('caption', 'hidden', name)
  table.append(caption, headOf(heads, numeric), bodyOf(rows, numeric))
  region.append(table)
  watchRegion(region)
  return region
}

/** Terms and what is said of them. */
export const listOf = (rows: readonly (readonly [term: string, said: Cell])[]): HTMLElement => {
  const list = make('dl', 'check-facts')
  for (const [term, said] of rows) {
    const row = make('div', '')
    row.append(filled('dt', term), filled('dd', said))
    list.append(row)
  }
  return list
}

/** A heading and what stands under it. */
export const part = (words: string, ...below: readonly Node[]): Node[] => [make('h3', '', words), ...below]
