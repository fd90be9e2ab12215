/** The one script of a page with long tables: sorts them by their heads, and unfolds them. */
import { makeSortable } from './sort.ts'
import { filled } from './table.ts'

const unfold = (button: HTMLButtonElement): void => {
  const table = document.getElementById(button.getAttribute('aria-controls') ?? '')
  button.addEventListener('click', () => {
    const isFolded = table?.toggleAttribute('data-folded') ?? false
    button.setAttribute('aria-expanded', String(!isFolded))
    const words = button.querySelector('[data-words]')
    if (words !== null) words.textContent = (isFolded ? button.dataset.more : button.dataset.fewer) ?? ''
  })
}

document.querySelectorAll<HTMLTableElement>('table[data-sortable]').forEach(makeSortable)
document.querySelectorAll<HTMLButtonElement>('[data-unfold]').forEach(unfold)
document.addEventListener(filled, ({ target }) => {
  if (target instanceof HTMLTableElement && target.hasAttribute('data-sortable')) makeSortable(target)
})
