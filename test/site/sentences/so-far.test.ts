import { expect, test } from 'vitest'
import { soFar } from '../../../site/sentences/so-far.ts'
import { series, sharePoint } from '../fixture-make.ts'

const month = (done: number, n: number, isComplete: boolean) =>
  series('within', 'escalation', 'share', 'month', [
    sharePoint('2026-11-01', '2026-11-30', done, n, isComplete),
  ])
const week = series('within', 'ticket', 'share', 'week', [
  sharePoint('2026-11-16', '2026-11-22', 90, 100, false),
])

test.each([
  [
    'a month that runs',
    month(17, 21, false),
    'November 2026 so far: 81 %, of 21 escalations that can be told already.',
  ],
  [
    'a week that runs',
    week,
    'The week of 16 Nov 2026 so far: 90 %, of 100 tickets that can be told already.',
  ],
  ['too few', month(4, 4, false), null],
  ['nothing yet', month(0, 0, false), null],
  ['none that runs', month(17, 21, true), null],
  ['no period', series('within', 'escalation', 'share', 'month', []), null],
])('%s', (_, given, said) => {
  expect(soFar(given)?.replaceAll('\u00a0', ' ') ?? null).toBe(said)
})
