import { expect, test } from 'vitest'
import { withTarget } from '../../../site/sentences/targets.ts'
import { asOf } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { series, sharePoint } from '../fixture-make.ts'

const having = (done: number, n: number) => ({
  ...acknowledged(asOf),
  series: [
    series('has_target', 'ticket', 'share', 'week', [
      sharePoint('2026-11-09', '2026-11-15', done, n, true),
      sharePoint('2026-11-16', '2026-11-22', 1, 2, false),
    ]),
  ],
})

test.each([
  ['no such figure', acknowledged(asOf), null],
  ['no complete week', having(0, 0), null],
  [
    'some',
    having(27, 379),
    '7 % of the 379 tickets of the week of 9 Nov 2026 have a published target; for the others nothing is promised, and nothing is told here.',
  ],
  [
    'none',
    having(0, 379),
    'None of the 379 tickets of the week of 9 Nov 2026 has a published target, so there is nothing to be in time for.',
  ],
  ['all', having(379, 379), 'All the 379 tickets of the week of 9 Nov 2026 have a published target.'],
])('%s', (_, measure, said) => {
  expect(withTarget(measure)?.replaceAll('\u00a0', ' ') ?? null).toBe(said)
})
