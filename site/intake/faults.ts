/** What is to be put right, shown at the top of the form and beside each field. */
import type { Fault } from './check.ts'
import { controlOf, uncover } from './fields.ts'

const placesOf = (form: HTMLFormElement): NodeListOf<HTMLElement> => form.querySelectorAll('[data-fault-of]')

const placeOf = (form: HTMLFormElement, { field }: Fault): HTMLElement | null =>
  form.querySelector(`[data-fault-of~="${field}"]`)

/** A fault is told with its field; one of several fields in a group, with the group as well. */
const describedBy = (control: HTMLElement): HTMLElement[] =>
  [control, control.closest<HTMLElement>('[data-group]')].filter((one) => one !== null)

function mention(element: HTMLElement, id: string, isMentioned: boolean): void {
  const others = (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one && one !== id)
  const ids = isMentioned ? [...others, id] : others
  if (ids.length > 0) element.setAttribute('aria-describedby', ids.join(' '))
  else element.removeAttribute('aria-describedby')
}

export function clearFaults(form: HTMLFormElement, summary: HTMLElement): void {
  summary.hidden = true
  for (const place of placesOf(form)) {
    place.hidden = true
    place.replaceChildren()
    for (const element of form.querySelectorAll<HTMLElement>(`[aria-describedby~="${place.id}"]`))
      mention(element, place.id, false)
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
}

function acceptance(question: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'submit'
  button.textContent = question
  return button
}

function mark(form: HTMLFormElement, fault: Fault): void {
  const place = placeOf(form, fault)
  const control = controlOf(form, fault.field)
  if (place === null || control === null) return
  place.replaceChildren(fault.message, ...(fault.question === null ? [] : [' ', acceptance(fault.question)]))
  place.hidden = false
  control.setAttribute('aria-invalid', 'true')
  uncover(control)
  for (const element of describedBy(control)) mention(element, place.id, true)
}

function entry({ field, message }: Fault): HTMLLIElement {
  const link = document.createElement('a')
  link.href = `#${field}`
  link.textContent = message
  const item = document.createElement('li')
  item.append(link)
  return item
}

/** Shows them and moves the focus to their list. */
export function showFaults(form: HTMLFormElement, summary: HTMLElement, faults: readonly Fault[]): void {
  clearFaults(form, summary)
  for (const fault of faults) mark(form, fault)
  summary.querySelector('[data-fault-list]')?.replaceChildren(...faults.map(entry))
  summary.hidden = false
  summary.focus()
}
