/** What is to be put right: listed above the form, and told beside each field. */
import type { Fault, Field } from './typed.ts'

const idOf = (field: Field): string => `raised-${field}`

/** Puts an id into, or takes it out of, what describes an element. */
const mention = (element: Element, id: string, isMentioned: boolean): void => {
  const others = (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one && one !== id)
  const ids = isMentioned ? [...others, id] : others
  if (ids.length > 0) element.setAttribute('aria-describedby', ids.join(' '))
  else element.removeAttribute('aria-describedby')
}

/** Takes every fault off the form. */
export const clearFaults = (form: HTMLFormElement, summary: HTMLElement): void => {
  summary.hidden = true
  for (const place of form.querySelectorAll<HTMLElement>('[data-fault-of]')) {
    place.hidden = true
    place.textContent = ''
    for (const element of form.querySelectorAll(`[aria-describedby~="${place.id}"]`))
      mention(element, place.id, false)
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
}

/** A fault is told with its field, and with the group that the field belongs to. */
const mark = (form: HTMLFormElement, { field, words }: Fault): void => {
  const place = form.querySelector<HTMLElement>(`[data-fault-of~="${field}"]`)
  const control = form.querySelector(`#${idOf(field)}`)
  if (place === null || control === null) return
  place.textContent = words
  place.hidden = false
  control.setAttribute('aria-invalid', 'true')
  for (const element of [control, control.closest('fieldset')])
    if (element !== null) mention(element, place.id, true)
}

const entryOf = ({ field, words }: Fault): HTMLLIElement => {
  const entry = document.createElement('li')
  const link = document.createElement('a')
  link.href = `#${idOf(field)}`
  link.textContent = words
  entry.append(link)
  return entry
}

/** Shows them, and moves the focus to their list. */
export const showFaults = (form: HTMLFormElement, summary: HTMLElement, faults: readonly Fault[]): void => {
  clearFaults(form, summary)
  for (const fault of faults) mark(form, fault)
  summary.querySelector('ul')?.replaceChildren(...faults.map(entryOf))
  summary.hidden = false
  summary.focus()
}
