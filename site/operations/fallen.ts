/** What fell due since the list was last known, by the clock of whoever reads it. */
import { fellDueSince } from '../sentences/list-age.ts'

const words = 'has passed since'

/** Marks a time that has passed. */
const mark = (time: HTMLElement): void => {
  if (time.querySelector('[data-fallen]') !== null) return
  const said = document.createElement('strong')
  said.dataset.fallen = ''
  said.textContent = words
  time.append(' ', said)
}

const hasFallen = ({ dataset }: HTMLElement, now: number): boolean => Date.parse(dataset.falls ?? '') < now

/** Says over a part of a list how many of its rows that are shown have a time in them that has passed. */
const tellPart = (part: HTMLElement): void => {
  const rows = [...part.querySelectorAll<HTMLElement>('tbody tr:not([hidden])')]
  const fallen = rows.filter((row) => row.querySelector('[data-fallen]') !== null).length
  const note = part.querySelector<HTMLElement>('[data-fallen-note]')
  if (note === null) return
  note.hidden = fallen === 0
  note.textContent = fallen === 0 ? '' : fellDueSince(fallen)
}

/** Marks every time in the rows of a page that has passed by now, and counts them over each part. */
export const tellFallen = (page: ParentNode, now: number): void => {
  for (const time of page.querySelectorAll<HTMLElement>('[data-falls]')) if (hasFallen(time, now)) mark(time)
  page.querySelectorAll<HTMLElement>('[data-part]').forEach(tellPart)
}
