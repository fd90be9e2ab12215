/** The chart of a figure: drawn at once where it is seen, else when there is time or it comes near. */
import type { ChartInput } from '../charts/input.ts'
import type { Near } from './near.ts'
import type { Later } from './numbers.ts'

/** Returns what draws another input in the figure of an element. */
export const drawerOf = (figure: HTMLElement, later: Later, near: Near): ((chart: ChartInput) => void) => {
  let waiting: ChartInput | null = null
  const draw = (): void => {
    if (waiting === null) return
    figure.dispatchEvent(new CustomEvent('chartinput', { detail: waiting }))
    waiting = null
  }
  near.on(figure, draw)
  addEventListener('beforeprint', draw, { capture: true })
  return (chart) => {
    waiting = chart
    if (near.has(figure)) draw()
    else later(draw)
  }
}
