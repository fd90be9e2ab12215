/** The fields that limit a list, and what is said beside them. */
import type { State } from './state.ts'

export type Form = {
  /** What the list is of: "open escalations". */
  items: string
  /** The values that each field offers. */
  choices: Record<string, string[]>
  /** Sets the fields to a state. */
  set: (state: State) => void
  chosen: () => State
  /** What the list is limited to, in words. */
  limits: () => string[]
  say: (words: readonly string[]) => void
  /** Offers the fields in place of the button that fetches the whole list. */
  offer: () => void
  focus: () => void
}

const limitOf = ({ selectedOptions, dataset }: HTMLSelectElement): string => {
  const option = selectedOptions[0]
  return option?.dataset.said ?? (dataset.said ?? '{}').replace('{}', () => option?.label ?? '')
}

/** The form of an element. */
export const formOf = (element: HTMLFormElement): Form => {
  const selects = [...element.querySelectorAll<HTMLSelectElement>('select[name]')]
  const status = element.querySelector('[role="status"]')
  const clear = element.querySelector<HTMLButtonElement>('[data-clear]')
  const used = (): HTMLSelectElement[] => selects.filter(({ value }) => value !== '')
  return {
    items: element.dataset.items ?? '',
    choices: Object.fromEntries(
      selects.map(({ name, options }) => [name, [...options].map(({ value }) => value)]),
    ),
    set: (state) => {
      for (const select of selects) select.value = state[select.name as keyof State] ?? ''
      if (clear !== null) clear.hidden = used().length === 0
    },
    chosen: () => Object.fromEntries(used().map(({ name, value }) => [name, value])),
    limits: () => used().map(limitOf),
    say: (words) => {
      if (status !== null) status.textContent = words.join(' ')
    },
    offer: () => {
      element.querySelector('[data-load-all]')?.toggleAttribute('hidden', true)
      element.querySelector('.filters-fields')?.removeAttribute('hidden')
    },
    focus: () => selects[0]?.focus(),
  }
}
