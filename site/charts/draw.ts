/** The one script of a page with charts: starts each figure, redraws all when the scheme changes. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js'
import { start } from './live.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
)

const redraws = [...document.querySelectorAll<HTMLElement>('[data-chart]')].map(start)
const redrawAll = (): void => {
  for (const redraw of redraws) redraw()
}
for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
  matchMedia(query).addEventListener('change', redrawAll)
}
document.addEventListener('schemechange', redrawAll)
/** Paper is white: charts are drawn in light colours for printing, and back afterwards. */
const root = document.documentElement
let chosen: string | undefined
addEventListener('beforeprint', () => {
  chosen = root.dataset.scheme
  root.dataset.scheme = 'light'
  redrawAll()
})
addEventListener('afterprint', () => {
  if (chosen === undefined) delete root.dataset.scheme
  else root.dataset.scheme = chosen
  redrawAll()
})
