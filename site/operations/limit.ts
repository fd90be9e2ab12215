/** The rows of a list that stands in a page, and which of them are shown. */
import { completeWords, someComplete } from '../sentences/waiting-complete.ts'
import { number } from '../words/number.ts'
import { isShown, type State } from './state.ts'

/** The rows of all tables of the list. */
export const rowsIn = (root: ParentNode): HTMLTableRowElement[] => [
  ...root.querySelectorAll<HTMLTableRowElement>('table[data-rows] tbody tr'),
]

/** Hides a part of the list without a row that is shown, and says of a folded one how many there are. */
const settle = (part: HTMLElement, isLimited: boolean): void => {
  const rows = rowsIn(part)
  const shown = rows.filter((row) => !row.hidden).length
  const summary = part.querySelector('summary')
  const size = part.querySelector('[data-size]')
  part.hidden = shown === 0
  if (size !== null) size.textContent = number(shown)
  if (summary !== null)
    summary.textContent = isLimited ? someComplete(shown, rows.length) : completeWords(rows.length, shown)
}

/** Shows the rows that a state asks for, and no table without one; how many are shown. */
export const limitTo = (page: Document, state: State): number => {
  const rows = rowsIn(page)
  for (const row of rows) {
    const { lacks = '', priority, team, owner } = row.dataset
    row.hidden = !isShown({ lacks, priority, team, owner }, state)
  }
  for (const part of page.querySelectorAll<HTMLElement>('[data-part]'))
    settle(part, Object.keys(state).length > 0)
  return rows.filter((row) => !row.hidden).length
}
