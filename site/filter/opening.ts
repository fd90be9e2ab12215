/** The words of a page that a filter writes anew: its figure, how it compares, how long things take. */
import type { ItemKind } from '../../data/contract.ts'
import type { Compared } from '../sentences/comparison.ts'
import { contentOf, make } from './elements.ts'
import type { FilterSpec } from './spec.ts'
import type { FilteredView } from './view.ts'

const paragraphs = (sentences: readonly string[]): HTMLElement[] =>
  sentences.map((sentence) => make('p', '', sentence))

const headlineOf = ({ headline, of }: FilteredView, { setting }: FilterSpec): HTMLElement => {
  if (headline === null)
    return make('p', 'headline headline-none', `No figure: no complete period of ${of} has one.`)
  const whole = make('p', 'headline')
  const figure = make('span', 'headline-number', headline.words)
  Object.assign(figure.dataset, {
    measure: setting.measure,
    figure: setting.headline?.id,
    value: String(headline.value),
  })
  whole.append(figure, make('span', 'headline-label', headline.label))
  if (headline.range !== null) whole.append(make('span', 'headline-range', headline.range))
  return whole
}

const comparedOf = ({ label, words, since, of, value }: Compared): HTMLElement => {
  const whole = make('div', '')
  const told = make('dd', '')
  const figure = make('span', 'comparison-words', words)
  if (value !== null) figure.dataset.value = String(value)
  const note = [since, of].filter((said) => said !== '').join(', ')
  told.append(figure, ' ', make('span', 'comparison-note', note))
  whole.append(make('dt', '', label), told)
  return whole
}

const kinds: readonly ItemKind[] = ['escalation', 'ticket']

const partsOf = (view: FilteredView, spec: FilterSpec): Record<string, HTMLElement[]> => ({
  headline: [headlineOf(view, spec)],
  sentences: paragraphs(view.sentences),
  comparisons: view.comparisons.map(comparedOf),
  ...Object.fromEntries(kinds.map((kind) => [`how-long-${kind}`, paragraphs(view.howLong[kind])])),
})

export type Painted = { show: (view: FilteredView) => void; restore: () => void }

/** The words of a page: those of a view in their place, or as they were. */
export const openingOf = (root: ParentNode, spec: FilterSpec): Painted => {
  const elements = [...root.querySelectorAll<HTMLElement>('[data-view]')]
  const asItWas = elements.map(contentOf)
  const notes = [...root.querySelectorAll<HTMLElement>('[data-unfiltered-note]')]
  const restore = (): void => {
    for (const put of asItWas) put()
    for (const note of notes) note.hidden = true
  }
  return {
    restore,
    show: (view) => {
      if (view.of === null) return restore()
      const parts = partsOf(view, spec)
      for (const element of elements) element.replaceChildren(...(parts[element.dataset.view ?? ''] ?? []))
      for (const note of notes) note.hidden = false
    },
  }
}
