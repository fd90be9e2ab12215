/** What is to be put right, listed at the top of a form and told beside each field. */

export interface FormFault {
  /** The id of the control that it is put right in; of radio buttons the first. */
  readonly id: string
  readonly words: string
  /** What stands beside the field after the words, such as a button to go on with it all the same. */
  readonly offer?: Node | null
}

/** Puts an id into, or takes it out of, what describes an element. */
function mention(element: Element, id: string, isMentioned: boolean): void {
  const others = (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one && one !== id)
  const ids = isMentioned ? [...others, id] : others
  if (ids.length > 0) element.setAttribute('aria-describedby', ids.join(' '))
  else element.removeAttribute('aria-describedby')
}

/** Takes every fault off a form. */
export function clearFaults(form: HTMLFormElement, summary: HTMLElement): void {
  summary.hidden = true
  for (const place of form.querySelectorAll<HTMLElement>('[data-fault-of]')) {
    place.hidden = true
    place.replaceChildren()
    for (const element of form.querySelectorAll(`[aria-describedby~="${place.id}"]`))
      mention(element, place.id, false)
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
}

/** A fault is told with its field; one of several fields in a group, with the group as well. */
function mark(form: HTMLFormElement, { id, words, offer }: FormFault): void {
  const place = form.querySelector<HTMLElement>(`[data-fault-of~="${id}"]`)
  const control = form.querySelector(`#${id}`)
  if (place === null || control === null) return
  place.replaceChildren(words, ...(offer ? [' ', offer] : []))
  place.hidden = false
  control.setAttribute('aria-invalid', 'true')
  for (const element of [control, control.closest('fieldset')])
    if (element !== null) mention(element, place.id, true)
}

function entryOf({ id, words }: FormFault): HTMLLIElement {
  const link = document.createElement('a')
  link.href = `#${id}`
  link.textContent = words
  const entry = document.createElement('li')
  entry.append(link)
  return entry
}

/** Shows them, and moves the focus to their list. */
export function showFaults(form: HTMLFormElement, summary: HTMLElement, faults: readonly FormFault[]): void {
  clearFaults(form, summary)
  for (const fault of faults) mark(form, fault)
  summary.querySelector('ul')?.replaceChildren(...faults.map(entryOf))
  summary.hidden = false
  summary.focus()
}
