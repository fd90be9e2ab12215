/** Share done by a time after the start → a stepped Chart.js line over a logarithmic axis of time. */
import type { ChartConfiguration } from 'chart.js'
import { share } from '../words/number.ts'
import { firstMinute } from './axis.ts'
import { baseAxis, quiet, strokes, valueAxis } from './base.ts'
import type { Look, StepInput } from './input.ts'
import { shareBy, stepStops } from './readout.ts'

/** The configuration of shares by time; each line starts with what was done at once. */
export const stepConfig = (input: StepInput, look: Look): ChartConfiguration<'line'> => {
  const stops = stepStops(input)
  const last = stops.at(-1)?.value ?? firstMinute
  const styles = strokes(look)
  return {
    type: 'line',
    data: {
      datasets: input.lines.map((line, index) => {
        const style = styles[index % styles.length] as (typeof styles)[number]
        const shown = line.points.filter((point) => point.minutes > firstMinute && point.minutes <= last)
        return {
          label: line.label,
          data: [
            { x: firstMinute, y: shareBy(line.points, firstMinute) },
            ...shown.map((point) => ({ x: point.minutes, y: point.share })),
            { x: last, y: shareBy(line.points, last) },
          ],
          stepped: 'before' as const,
          borderColor: style.color,
          borderWidth: style.width,
          borderDash: style.dash,
          pointRadius: 0,
        }
      }),
    },
    options: {
      ...quiet(),
      scales: {
        x: { type: 'logarithmic', min: firstMinute, max: last, ...baseAxis(look, stops) },
        y: { ...valueAxis(look, share), max: 1 },
      },
    },
  } as ChartConfiguration<'line'>
}
