import { expect, test } from 'vitest'
import { unownedSentence } from '../../site/sentences/teams.ts'
import { mostlyUnowned } from '../../site/teams.ts'
import { asOf } from './fixture.ts'
import { ownerLoad } from './fixture-load.ts'

const load = (...teams: [team: string, open: number | null, unowned: number | null][]) => {
  const whole = ownerLoad(asOf)
  const rows = teams.map(([label, open_now, unowned_now]) => ({
    key: label,
    label,
    n: open_now ?? 0,
    values: { open_now, unowned_now },
    counts: {},
  }))
  return {
    ...whole,
    breakdowns: whole.breakdowns.map((one) => (one.by === 'team' ? { ...one, rows } : one)),
  }
}

test.each([
  [
    'most of one team’s',
    load(['Desk', 34, 28], ['Network', 81, 22]),
    'Most of the open tickets have no owner at Desk (28 of 34).',
  ],
  [
    'of two',
    load(['Desk', 34, 28], ['Network', 81, 60]),
    'Most of the open tickets have no owner at Desk (28 of 34) and Network (60 of 81).',
  ],
  ['half is not most', load(['Desk', 34, 17]), null],
  ['too few to say', load(['Desk', 9, 9]), null],
  ['not known', load(['Desk', null, null]), null],
  ['no measure', null, null],
])('%s', (_, measure, said) => {
  expect(unownedSentence(mostlyUnowned(measure))).toBe(said)
})
