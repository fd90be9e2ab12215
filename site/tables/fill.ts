/** Puts other numbers into a table that stands in a page. */
import { csvAddress } from './csv.ts'
import { type Cell, filled, type Head, isSortable, type Row, sortValue, type Table } from './table.ts'

const classOf = { number: 'n', range: 'n range', text: '', line: 'line' } as const

const cellElement = (cell: Cell, kind: Head['kind']): HTMLTableCellElement => {
  const element = document.createElement('td')
  const value = sortValue(cell)
  element.textContent = cell.words
  element.className = classOf[kind]
  if (value !== undefined) element.dataset.value = String(value)
  return element
}

const headElement = (label: string, scope: 'col' | 'row'): HTMLTableCellElement => {
  const element = document.createElement('th')
  element.scope = scope
  element.textContent = label
  return element
}

const rowElement = (row: Row, head: Head[]): HTMLTableRowElement => {
  const element = document.createElement('tr')
  const first = headElement(row.label, 'row')
  const cells = row.cells.map((cell, at) => cellElement(cell, head[at + 1]?.kind ?? 'text'))
  element.append(first, ...cells)
  return element
}

const headRow = (head: Head[]): HTMLTableRowElement => {
  const element = document.createElement('tr')
  for (const { label, kind, isLatestFirst } of head) {
    const cell = headElement(label, 'col')
    cell.className = classOf[kind]
    cell.toggleAttribute('data-latest-first', isLatestFirst === true)
    element.append(cell)
  }
  return element
}

/** Replaces head and rows, which then stand in the order of the table; bars and small lines are not drawn. */
export const fillTable = (element: HTMLTableElement, table: Table): void => {
  element.createTHead().replaceChildren(headRow(table.head))
  const body = element.tBodies[0] ?? element.createTBody()
  body.replaceChildren(...table.rows.map((row) => rowElement(row, table.head)))
  element.toggleAttribute('data-sortable', isSortable(table))
  element.dispatchEvent(new CustomEvent(filled, { bubbles: true }))
}

/** Gives a link the file of a table. */
export const fillDownload = (link: HTMLAnchorElement, table: Table): void => {
  link.href = csvAddress(table)
}
