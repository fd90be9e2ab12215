import { expect, test } from 'vitest'
import type { Figure, MeasureFile } from '../../../data/contract.ts'
import { leftOut } from '../../../site/sentences/left-out.ts'
import { waitingNow } from '../../../site/sentences/now.ts'
import { asOf } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { figure } from '../fixture-make.ts'
import { plain } from '../plain.ts'

const withFigures = (...figures: Figure[]): MeasureFile => ({ ...acknowledged(asOf), figures })
const count = (id: string, value: number | null, kind: 'ticket' | 'escalation' = 'escalation'): Figure =>
  figure(id, kind, 'items', value)
const oldest = figure('waiting_oldest', 'escalation', 'minutes', 4330, { clock: 'elapsed' })

test.each<[string, MeasureFile, string[]]>([
  ['not known', withFigures(), []],
  ['not to be told', withFigures(count('waiting_now', null), oldest), []],
  [
    'nothing',
    withFigures(count('waiting_now', 0), oldest),
    ['Now: no escalations waiting for acknowledgement.'],
  ],
  [
    'one',
    withFigures(count('waiting_now', 1), oldest),
    ['Now: 1 escalation waiting for acknowledgement, for 3 days.'],
  ],
  [
    'several',
    withFigures(count('waiting_now', 7), oldest),
    ['Now: 7 escalations waiting for acknowledgement, the oldest for 3 days.'],
  ],
  [
    'several, since when is not known',
    withFigures(count('waiting_now', 7)),
    ['Now: 7 escalations waiting for acknowledgement.'],
  ],
])('what waits now: %s', (_, measure, sentences) => {
  expect(waitingNow(measure, 'escalation').map(plain)).toEqual(sentences)
})

test.each<[string, 'ticket' | 'escalation', Record<string, number | null>, string | null]>([
  ['nothing', 'ticket', { left_out: 0, date_only: null }, null],
  ['one cancelled ticket', 'ticket', { left_out: 1 }, '1 cancelled ticket is left out.'],
  ['cancelled tickets', 'ticket', { left_out: 1_142 }, '1,142 cancelled tickets are left out.'],
  ['one escalation', 'escalation', { left_out: 1 }, '1 withdrawn or duplicate escalation is left out.'],
  ['escalations', 'escalation', { left_out: 59 }, '59 withdrawn or duplicate escalations are left out.'],
  [
    'times that are odd, one each',
    'ticket',
    {
      date_only: 1,
      negative_acknowledge: 1,
      negative_resolve: 1,
      first_seen_under_way: 1,
      tz_ambiguous: 1,
      tz_gap: 1,
      future: 1,
    },
    '1 has a date without a time and no part in the durations; 1 is acknowledged before being raised, a fault of the data that counts as 0 minutes; 1 is resolved before being raised, a fault of the data that counts as 0 minutes; 1 was first seen when already under way, so that its beginning is known by its own date only; 1 has a time in the hour that the clocks repeat in autumn, of which the later is taken; 1 has a time in the hour that the clocks skip in spring; 1 has a time later than the export that has it.',
  ],
  [
    'left out, and several without a time',
    'escalation',
    { left_out: 12, date_only: 3 },
    '12 withdrawn or duplicate escalations are left out; 3 have a date without a time and no part in the durations.',
  ],
])('what is left out: %s', (_, kind, figures, sentence) => {
  const measure = withFigures(...Object.entries(figures).map(([id, value]) => count(id, value, kind)))
  expect(plain(leftOut(measure, kind))).toBe(sentence)
})
