/** The table under a chart, and its file: filled at once where they can be seen, else when there is time or they are asked for. */
import type { ChartInput } from '../charts/input.ts'
import { tableOf } from '../charts/table.ts'
import { fillDownload, fillTable } from '../tables/fill.ts'
import { count } from '../words/number.ts'
import { contentOf } from './elements.ts'

export type Numbers = { show: (chart: ChartInput) => void; restore: () => void }

/** Runs work when there is time. */
export type Later = (work: () => void) => void

/** The numbers of one figure. */
export const numbersOf = (figure: Element, later: Later): Numbers => {
  const table = figure.querySelector<HTMLTableElement>('table[data-numbers]')
  const link = figure.querySelector<HTMLAnchorElement>('[data-csv]')
  const details = figure.querySelector<HTMLDetailsElement>('details.numbers')
  const rows = figure.querySelector('[data-rows-count]')
  const asItWas = [table?.tHead, table?.tBodies[0], rows].flatMap((part) => (part ? [contentOf(part)] : []))
  const file = link?.getAttribute('href') ?? ''
  const isSorted = table?.hasAttribute('data-sortable') ?? false
  let waiting: ChartInput | null = null

  const fill = (): void => {
    if (waiting === null) return
    const told = tableOf(waiting)
    waiting = null
    if (table !== null) fillTable(table, told)
    if (link !== null) fillDownload(link, told)
    if (rows !== null) rows.textContent = ` (${count(told.rows.length, 'row')})`
  }
  details?.addEventListener('toggle', fill)
  for (const event of ['pointerdown', 'focus', 'click'])
    link?.addEventListener(event, fill, { capture: true })

  return {
    show: (chart) => {
      waiting = chart
      table?.tBodies[0]?.replaceChildren()
      if (details?.open) fill()
      else later(fill)
    },
    restore: () => {
      waiting = null
      for (const put of asItWas) put()
      table?.toggleAttribute('data-sortable', isSorted)
      if (link !== null) link.setAttribute('href', file)
    },
  }
}
