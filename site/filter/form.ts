/** The fields of the form, and what they say. */
import { type FilterState, nameOf } from './state.ts'

export type Form = {
  /** Sets the fields to a state. */
  set: (state: FilterState) => void
  say: (words: readonly string[]) => void
  /** Keeps the form where it is on the screen while something changes the page. */
  hold: (change: () => void) => void
}

const optionOf = (state: FilterState, field: string): string => {
  if (field === 'period') return state.period ?? ''
  if (field === 'compare') return state.compare ?? ''
  const one = state.filter.find(({ dimension }) => dimension === field)
  return one === undefined ? '' : nameOf(one.value)
}

/** The form of an element. */
export const formOf = (element: HTMLFormElement): Form => {
  const fields = [...element.querySelectorAll('select')]
  const status = element.querySelector('[role="status"]')
  return {
    set: (state) => {
      for (const field of fields) field.value = optionOf(state, field.name)
    },
    say: (words) => {
      if (status !== null) status.textContent = words.join(' ')
    },
    hold: (change) => {
      const before = element.getBoundingClientRect().top
      change()
      const moved = element.getBoundingClientRect().top - before
      if (moved !== 0 && scrollY > 0) scrollBy({ top: moved, behavior: 'instant' })
    },
  }
}
