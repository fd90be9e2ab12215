/** One figure made live: drawn, read by keys and buttons, drawn anew when it gets another input. */
import { Chart, type ChartConfiguration } from 'chart.js'
import { shortDay } from '../words/date.ts'
import { configOf, shownAt } from './config.ts'
import { type ChartInput, narrowWidth } from './input.ts'
import { inputIn } from './island.ts'
import { lookOf } from './look.ts'
import { keyOf, narrowNote, notesOf } from './notes.ts'
import { overlay, type Reading } from './overlay.ts'
import { unpack } from './pack.ts'
import { pointCount, readout, stepStops } from './readout.ts'
import { tallness } from './rows.ts'

const required = <Kind extends Element>(root: ParentNode, selector: string): Kind => {
  const found = root.querySelector<Kind>(selector)
  if (found === null) throw new Error(`A chart without ${selector}`)
  return found
}

const itemsOf = (texts: readonly string[], classes: readonly string[] = []): HTMLLIElement[] =>
  texts.map((text, at) => {
    const item = document.createElement('li')
    item.textContent = text
    item.className = classes[at] ?? ''
    return item
  })

/** What stands around a canvas in words, for another input. */
const describe = (figure: HTMLElement, input: ChartInput): void => {
  const marks = 'marks' in input ? input.marks : []
  const key = keyOf(input)
  figure.dataset.chart = input.kind
  required<HTMLElement>(figure, '.canvas').dataset.rows = tallness(input) ?? 'none'
  required(figure, '[data-notes]').textContent = notesOf(input).join(' ')
  required(figure, '[data-narrow]').textContent = narrowNote(input)
  const list = required<HTMLElement>(figure, '[data-marks]')
  list.replaceChildren(...itemsOf(marks.map(({ date, title }) => `${shortDay(date)}: ${title}`)))
  list.hidden = marks.length === 0
  const keyList = required<HTMLElement>(figure, '[data-key]')
  keyList.replaceChildren(
    ...itemsOf(
      key.map(({ label }) => label),
      key.map(({ mark }) => `key-${mark}`),
    ),
  )
  keyList.hidden = key.length === 0
}

/** Starts one figure; returns what redraws it. */
export const start = (figure: HTMLElement): (() => void) => {
  let input = inputIn(figure)
  const canvas = required<HTMLCanvasElement>(figure, 'canvas')
  const holder = required<HTMLElement>(figure, '.canvas')
  const output = required<HTMLElement>(figure, '[data-readout]')
  const narrow = required<HTMLElement>(figure, '[data-narrow]')
  const reading: Reading = { at: null, minutes: null }
  let shown = input
  let chart: Chart | undefined

  const draw = (): void => {
    const look = lookOf(holder)
    shown = shownAt(input, look.width)
    narrow.hidden = pointCount(shown) === pointCount(input)
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

  figure.addEventListener('chartinput', (event) => {
    input = unpack((event as CustomEvent<ChartInput>).detail)
    Object.assign(reading, { at: null, minutes: null })
    output.textContent = ''
    describe(figure, input)
    draw()
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
