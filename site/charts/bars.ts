/** One value a row → Chart.js bars: upright for a few short labels, lying down otherwise. */
import type { ChartConfiguration } from 'chart.js'
import { font, quiet } from './base.ts'
import type { BarsInput, Look } from './input.ts'

const longestUprightLabel = 14

const mostUpright = 8
/** A letter takes about this part of the size of its type. */
const letterWidth = 0.62

/** Whether the bars lie down: many of them, long labels, or labels that would touch in the width. */
export const isLyingDown = (
  { bars }: BarsInput,
  { width, fontSize }: Pick<Look, 'width' | 'fontSize'>,
): boolean => {
  const longest = Math.max(...bars.map(({ label }) => label.length))
  if (bars.length > mostUpright || longest > longestUprightLabel) return true
  return (longest + 1) * fontSize * letterWidth * bars.length > width
}

/** The configuration of bars from zero; each carries its value, so there is no axis of values. */
export const barsConfig = (input: BarsInput, look: Look): ChartConfiguration<'bar'> => {
  const lying = isLyingDown(input, look)
  const names = {
    type: 'category',
    border: { color: look.ink },
    grid: { display: false },
    ticks: { color: look.ink, font: font(look), autoSkip: false, maxRotation: 0 },
  }
  const values = {
    display: false,
    beginAtZero: true,
    grace: '10%',
  }
  return {
    type: 'bar',
    data: {
      labels: input.bars.map((bar) => bar.label),
      datasets: [
        {
          label: '',
          data: input.bars.map((bar) => bar.value),
          backgroundColor: look.accent,
          borderWidth: 0,
          maxBarThickness: lying ? 18 : 56,
          categoryPercentage: 0.8,
        },
      ],
    },
    options: {
      ...quiet(),
      indexAxis: lying ? 'y' : 'x',
      scales: lying ? { x: values, y: names } : { x: names, y: values },
    },
  } as ChartConfiguration<'bar'>
}
