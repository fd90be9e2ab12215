/** The one script of a page with charts: draws each, wires its readout, redraws when the scheme changes. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js'
import { barsConfig } from './bars.ts'
import { type ChartInput, type Look, narrowWidth } from './input.ts'
import { lineConfig, lineFor } from './line.ts'
import { lookOf } from './look.ts'
import { overlay, type Reading } from './overlay.ts'
import { pointCount, readout, stepStops } from './readout.ts'
import { stepConfig } from './step.ts'

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

const configOf = (input: ChartInput, look: Look): ChartConfiguration =>
  (input.kind === 'line'
    ? lineConfig(input, look)
    : input.kind === 'step'
      ? stepConfig(input, look)
      : barsConfig(input, look)) as ChartConfiguration

const shownAt = (input: ChartInput, width: number): ChartInput =>
  input.kind === 'line' ? lineFor(input, width) : input

const required = <Kind extends Element>(root: ParentNode, selector: string): Kind => {
  const found = root.querySelector<Kind>(selector)
  if (found === null) throw new Error(`A chart without ${selector}`)
  return found
}

/** Makes one figure live; returns what redraws it. */
const start = (figure: HTMLElement): (() => void) => {
  const input = JSON.parse(required(figure, 'script[type="application/json"]').textContent) as ChartInput
  const canvas = required<HTMLCanvasElement>(figure, 'canvas')
  const holder = required<HTMLElement>(figure, '.canvas')
  const output = required<HTMLElement>(figure, '[data-readout]')
  const narrowNote = figure.querySelector<HTMLElement>('[data-narrow]')
  const reading: Reading = { at: null, minutes: null }
  let shown = input
  let chart: Chart | undefined

  const draw = (): void => {
    const look = lookOf(holder)
    shown = shownAt(input, look.width)
    if (narrowNote !== null) narrowNote.hidden = pointCount(shown) === pointCount(input)
    if (reading.at !== null && reading.at >= pointCount(shown)) reading.at = null
    chart?.destroy()
    chart = new Chart(canvas, {
      ...configOf(input, look),
      plugins: [overlay(shown, look, reading)],
    } as ChartConfiguration)
  }

  const read = (at: number): void => {
    const last = pointCount(shown) - 1
    reading.at = Math.min(Math.max(at, 0), last)
    reading.minutes = shown.kind === 'step' ? (stepStops(shown)[reading.at]?.value ?? null) : null
    output.textContent = readout(shown, reading.at)
    chart?.draw()
  }
  const step = (by: number): void =>
    read(reading.at === null ? (by < 0 ? pointCount(shown) - 1 : 0) : reading.at + by)

  required<HTMLButtonElement>(figure, '[data-step="-1"]').addEventListener('click', () => step(-1))
  required<HTMLButtonElement>(figure, '[data-step="1"]').addEventListener('click', () => step(1))
  const moves: Record<string, () => void> = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Home: () => read(0),
    End: () => read(pointCount(shown) - 1),
  }
  canvas.addEventListener('keydown', (event) => {
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    move()
  })

  let isNarrow = holder.clientWidth < narrowWidth
  new ResizeObserver(() => {
    const now = holder.clientWidth < narrowWidth
    if (now === isNarrow) return
    isNarrow = now
    draw()
  }).observe(holder)
  draw()
  return draw
}

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
