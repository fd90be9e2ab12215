/** The questions as they follow the answers: without a ticket more is asked. */
import { needsOwnWords } from './check.ts'
import { isWithoutTicket } from './check-tickets.ts'
import { one } from './elements.ts'
import { putInto } from './fields.ts'
import type { Filling } from './filling.ts'
import type { NumberShape } from './number-shape.ts'

/** Tells assistive technology of something, once. */
function say(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words
}

/** Asks what fits a filling. */
export function askFor(form: HTMLFormElement, filling: Filling, shape: NumberShape): void {
  const isWithout = isWithoutTicket(filling, shape)
  one('[data-no-ticket]', HTMLElement, form).hidden = !filling.no_ticket
  for (const words of form.querySelectorAll<HTMLElement>('[data-asked-with]'))
    words.hidden = (words.dataset.askedWith === 'ticket') === isWithout
  one('[data-own-words-optional]', HTMLElement, form).hidden = needsOwnWords(filling, shape)
  say(
    one('[data-asked-status]', HTMLElement, form),
    isWithout ? 'Further down, you are now asked what is wrong as well.' : '',
  )
}

/** Days that a button types. */
export function offerDays(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-day]'))
    button.addEventListener('click', () => {
      const { day = '' } = button.dataset
      for (const name of ['needed_by_month', 'needed_by_year'] as const) putInto(form, name, '')
      putInto(form, 'needed_by_day', day)
      say(one('[data-day-status]', HTMLElement, form), `Day: ${day}`)
    })
}
