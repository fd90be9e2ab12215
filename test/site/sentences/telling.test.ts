import { expect, test } from 'vitest'
import type { CanBeTold, MeasureFile } from '../../../data/contract.ts'
import { answersOf, boundsOnly, whyNoHeadline, wouldNeed } from '../../../site/sentences/telling.ts'
import { asOf } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'

type Own = CanBeTold['by_source'][number]
const log = (answer: Own['answer'], ...missing: string[]): Own => ({
  source: 'log',
  item_kind: 'escalation',
  answer,
  missing,
})
const tickets = (answer: Own['answer'], ...missing: string[]): Own => ({
  source: 'log',
  item_kind: 'ticket',
  answer,
  missing,
})
const measure = (answer: Own['answer'], ...by_source: Own[]): MeasureFile => ({
  ...acknowledged(asOf),
  can_be_told: { answer, by_source },
})

test.each<[string, Own[], string, string | null]>([
  ['nothing to do with it', [], '–', null],
  ['all', [log('yes')], 'Yes', null],
  ['all, with a column that would be welcome', [log('yes', 'parent_id')], 'Yes', null],
  ['bounds', [log('bounds', 'updated_at')], 'Within bounds', 'would need updated_at'],
  ['nothing', [log('no', 'owner', 'team')], 'No', 'would need owner and team'],
  ['nothing, whatever it had', [log('no')], 'No', null],
  ['the better of two of a kind', [log('no', 'owner'), log('yes')], 'Yes', null],
  ['both kinds alike', [log('no', 'owner'), tickets('no', 'owner')], 'No', 'would need owner'],
  [
    'one kind of two',
    [log('no', 'owner'), tickets('yes')],
    'No of escalations, yes of tickets',
    'would need owner',
  ],
])('a source tells %s', (_, own, words, missing) => {
  expect(answersOf(measure('yes', ...own), 'log')).toEqual({ words, missing })
})

test.each<[string, MeasureFile, string | null, string | null]>([
  ['yes', measure('yes', log('yes', 'parent_id')), null, null],
  ['bounds', measure('bounds', log('bounds')), 'Known within bounds only.', null],
  [
    'bounds, and what would help',
    measure('bounds', log('bounds', 'updated_at'), tickets('bounds', 'updated_at')),
    'Known within bounds only. The source “log” would need updated_at.',
    'The source “log” would need updated_at.',
  ],
  [
    'no, of two sources',
    measure('no', log('no', 'owner'), { ...tickets('no', 'owner', 'team'), source: 'incidents' }),
    null,
    'The source “log” would need owner and the source “incidents” would need owner and team.',
  ],
])('what is told with the answer %s', (_, given, bounds, needs) => {
  expect([boundsOnly(given), wouldNeed(given.can_be_told)]).toEqual([bounds, needs])
})

test.each<[string, MeasureFile, string]>([
  [
    'cannot be told',
    measure('no', log('no', 'owner')),
    'This cannot be told from the sources. The source “log” would need owner.',
  ],
  ['cannot be told, nobody knows by what', measure('no'), 'This cannot be told from the sources.'],
  ['has nothing yet', measure('yes'), 'There is nothing to tell yet: no complete period holds enough items.'],
])('a figure that %s says why it is not there', (_, given, sentence) => {
  expect(whyNoHeadline(given)).toBe(sentence)
})
