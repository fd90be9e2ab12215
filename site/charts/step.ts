/** Share done by a time after the start → a stepped Chart.js line over a logarithmic axis of time. */
import type { ChartConfiguration } from 'chart.js'
import { firstMinute, type Tick } from './axis.ts'
import { baseAxis, quiet, shareAxis, strokes } from './base.ts'
import type { Look, StepInput } from './input.ts'
import { shareBy, stepStops } from './readout.ts'

/** A label and its gap; the outermost stand inside the axis and need the most. */
const pixelsForLabel = 76
const pixelsForAxis = 64

/** The stops whose labels do not touch, from the last to the first, on a logarithmic axis. */
const apart = (stops: Tick[], last: number, width: number): Tick[] => {
  const perDecade = (width - pixelsForAxis) / Math.log10(last / firstMinute)
  const at = (minutes: number): number => Math.log10(minutes / firstMinute) * perDecade
  let next = Number.POSITIVE_INFINITY
  const kept = stops.toReversed().filter((stop) => {
    const isApart = next - at(stop.value) >= pixelsForLabel
    if (isApart) next = at(stop.value)
    return isApart
  })
  return kept.toReversed()
}

/** The configuration of shares by time; the line starts with what was done at once. */
export const stepConfig = (input: StepInput, look: Look): ChartConfiguration<'line'> => {
  const stops = stepStops(input)
  const last = stops.at(-1)?.value ?? firstMinute
  const labelled = apart(stops, last, look.width)
  const [style] = strokes(look)
  const shown = input.points.filter((point) => point.minutes > firstMinute && point.minutes <= last)
  return {
    type: 'line',
    data: {
      datasets: [
        {
          label: input.done,
          data: [
            { x: firstMinute, y: shareBy(input.points, firstMinute) },
            ...shown.map((point) => ({ x: point.minutes, y: point.share })),
            { x: last, y: shareBy(input.points, last) },
          ],
          stepped: 'before' as const,
          borderColor: style?.color,
          borderWidth: style?.width,
          pointRadius: 0,
        },
      ],
    },
    options: {
      ...quiet(),
      scales: {
        x: { type: 'logarithmic', min: firstMinute, max: last, ...baseAxis(look, labelled) },
        y: shareAxis(look),
      },
    },
  } as ChartConfiguration<'line'>
}
