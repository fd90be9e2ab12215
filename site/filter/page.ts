/** Everything of a page that a filter changes. */
import { figureOf } from './figure.ts'
import { nearOf } from './near.ts'
import type { Later } from './numbers.ts'
import { openingOf, type Painted } from './opening.ts'
import type { FilterSpec } from './spec.ts'
import { whyHidden } from './words.ts'

type Part = Pick<FilterSpec['shares'][number], 'id' | 'item_kind' | 'series'>

/** The figure's id of a share or a time: as `site/measure/view.ts` names it. */
const idsOf = ({ shares, times }: FilterSpec): Map<string, Part> => {
  const named = (part: Part, end: string): [string, Part] => [
    `${part.item_kind}-${part.id.replaceAll('_', '-')}${end}`,
    part,
  ]
  return new Map([
    ...shares.map((share) => named(share, '')),
    ...times.map((time) => named(time, `-by-${time.clock}`)),
  ])
}

/** A page: that of a view, or as it was. Where nothing is filtered, times stay as they were: they have no second line. */
export const pageOf = (root: Document, spec: FilterSpec, later: Later): Painted => {
  const opening = openingOf(root, spec)
  const parts = idsOf(spec)
  const near = nearOf()
  const figures = [...root.querySelectorAll<HTMLElement>('figure[data-chart]')]
    .filter(({ id }) => parts.has(id))
    .map((element) => figureOf(element, later, near))
  return {
    show: (view) => {
      opening.show(view)
      const shown = new Map(view.figures.map((one) => [one.id, one]))
      for (const figure of figures) {
        const own = shown.get(figure.id)
        const isKept = own !== undefined && parts.get(figure.id)?.series !== null
        if (view.of === null && (own?.part === 'time' || !isKept)) figure.restore()
        else if (isKept && own.chart !== null) figure.show(own)
        else figure.hide(whyHidden(view.of, isKept))
      }
    },
    restore: () => {
      opening.restore()
      for (const figure of figures) figure.restore()
    },
  }
}
