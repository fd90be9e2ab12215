/** One chart with what stands around it: that of a view in its place, or as it was. */
import { inputIn } from '../charts/island.ts'
import type { Shown } from '../measure/view.ts'
import { drawerOf } from './chart.ts'
import { make, rename } from './elements.ts'
import type { Near } from './near.ts'
import { type Later, numbersOf } from './numbers.ts'

export type Figure = {
  id: string
  show: (shown: Shown) => void
  /** Leaves the figure out and says why. */
  hide: (why: string) => void
  restore: () => void
}

type Names = { name: string; heading: string; caption: string }

const namesIn = (figure: Element, heading: Element | null): Names => ({
  name: figure.querySelector('caption')?.textContent.trim() ?? '',
  heading: heading?.textContent ?? '',
  caption: figure.querySelector('[data-caption]')?.textContent ?? '',
})

/** The figure of an element. */
export const figureOf = (element: HTMLElement, later: Later, near: Near): Figure => {
  const heading = element.parentElement?.querySelector('h3') ?? null
  const caption = element.querySelector('[data-caption]')
  const draw = drawerOf(element, later, near)
  const numbers = numbersOf(element, later)
  const why = make('p', 'text')
  const asItWas = namesIn(element, heading)
  let name = asItWas.name
  let isAsItWas = true

  const call = (names: Names): void => {
    if (names.name !== name) rename(element, name, names.name)
    name = names.name
    if (heading !== null) heading.textContent = names.heading
    if (caption !== null) caption.textContent = names.caption
  }
  const appear = (): void => {
    why.remove()
    element.hidden = false
  }

  return {
    id: element.id,
    show: ({ chart, ...names }) => {
      if (chart === null) return
      appear()
      call(names)
      draw(chart)
      numbers.show(chart)
      isAsItWas = false
    },
    hide: (reason) => {
      why.textContent = reason
      element.hidden = true
      element.before(why)
    },
    restore: () => {
      appear()
      if (isAsItWas) return
      call(asItWas)
      draw(inputIn(element))
      numbers.restore()
      isAsItWas = true
    },
  }
}
