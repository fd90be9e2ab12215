import { describe, expect, test } from 'vitest'
import { readout } from '../../../site/charts/readout.ts'
import type { Setting } from '../../../site/measure/setting.ts'
import type { ToldTime } from '../../../site/measure/told.ts'
import { type Shown, viewOf } from '../../../site/measure/view.ts'
import { months, series, sharePoint } from '../fixture-make.ts'
import { plain } from '../plain.ts'

const setting: Setting = { measure: 'x', headline: null, changes: [], terms: [], known: 'As known' }
const time = (id: string): ToldTime => ({
  id,
  item_kind: 'escalation',
  clock: 'elapsed',
  label: 'time',
  half: null,
  nine: null,
  n: 372,
  since: '2025-11-21',
  points: [{ minutes: 60, share: 0.5 }],
})
const shownOf = (id: string): Shown | undefined =>
  viewOf({ shares: [], times: [time(id)] }, setting).figures[0]
const readAt = (shown: Shown | undefined): string => (shown?.chart == null ? '' : readout(shown.chart, 2))

describe('the share done by a time', () => {
  test('counts those still waiting where something can wait', () => {
    expect(plain(shownOf('done')?.caption ?? null)).toContain(
      'by the time that has passed; those still waiting count for as long as they have waited.',
    )
    expect(readAt(shownOf('done'))).toContain('done by then')
  })

  test('says nothing of waiting where all of it is over', () => {
    expect(shownOf('lead')?.caption).not.toContain('waiting')
    expect(readAt(shownOf('lead'))).toContain('escalated by then')
  })
})

test.each([
  ['in time', false, 'Share of the escalations: in time, by month.'],
  [
    'of the open time with word in time',
    true,
    'Share of the open time with word in time, of escalations, by month.',
  ],
])('the caption of a share “%s”', (label, isWeighted, beginning) => {
  const points = months(3).map(({ from, to, isLast }) => sharePoint(from, to, 20, 40, !isLast))
  const of = series('within', 'escalation', 'share', 'month', points)
  const { figures } = viewOf(
    { shares: [{ label, good: 'high', isWeighted, series: of }], times: [] },
    setting,
  )
  expect(plain(figures[0]?.caption ?? null)?.startsWith(beginning)).toBe(true)
})
