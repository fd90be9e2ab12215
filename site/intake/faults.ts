/** What is to be put right in the intake form, and what is only asked about. */
import { clearFaults, type FormFault, showFaults as show } from '../forms/faults.ts'
import type { Fault } from './fault.ts'
import { controlOf, putInto, uncover } from './fields.ts'

export { clearFaults }

function buttonOf(type: 'submit' | 'button', words: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = type
  button.textContent = words
  return button
}

/** Puts what was meant into its field and goes on. Enter in another field must not press it, so it submits nothing itself. */
function correction(form: HTMLFormElement, { field, meant }: Fault): HTMLButtonElement[] {
  if (meant === undefined) return []
  const button = buttonOf('button', meant.words)
  button.addEventListener('click', () => {
    putInto(form, field, meant.value)
    form.requestSubmit()
  })
  return [button]
}

function offerOf(form: HTMLFormElement, fault: Fault): Node {
  const offer = document.createDocumentFragment()
  const acceptance = fault.question === null ? [] : [buttonOf('submit', fault.question)]
  offer.append(...correction(form, fault), ...acceptance)
  return offer
}

const shownOf = (form: HTMLFormElement, fault: Fault): FormFault => ({
  id: fault.field,
  words: fault.message,
  offer: offerOf(form, fault),
})

/** Shows them, unfolds what they stand in, and moves the focus to their list. */
export function showFaults(form: HTMLFormElement, summary: HTMLElement, faults: readonly Fault[]): void {
  for (const { field } of faults) {
    const control = controlOf(form, field)
    if (control !== null) uncover(control)
  }
  show(
    form,
    summary,
    faults.map((one) => shownOf(form, one)),
  )
}
