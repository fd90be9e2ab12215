/** One value a row → Chart.js bars: upright for a few short labels, lying down otherwise. */
import type { ChartConfiguration } from 'chart.js'
import { font, quiet } from './base.ts'
import type { BarsInput, Look } from './input.ts'

const longestUprightLabel = 14

/** Whether the bars lie down: many of them, or long labels. */
export const isLyingDown = (input: BarsInput): boolean =>
  input.bars.length > 8 || input.bars.some((bar) => bar.label.length > longestUprightLabel)

/** The configuration of bars from zero; each carries its value, so there is no axis of values. */
export const barsConfig = (input: BarsInput, look: Look): ChartConfiguration<'bar'> => {
  const lying = isLyingDown(input)
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
