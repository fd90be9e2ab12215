import { describe, expect, test } from 'vitest'
import type { MeasureFile } from '../../../data/contract.ts'
import { opening } from '../../../site/sentences/board.ts'
import { asOf, manifest } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { figure } from '../fixture-make.ts'
import { plain } from '../plain.ts'
import { boardRow } from '../rows.ts'

const [week, september] = ['the week of 9 Nov 2026', 'September 2026']
const none = new Map<string, MeasureFile>()

const saidOf = (rows: Parameters<typeof opening>[0], measures = none): string | null =>
  plain(opening(rows, measures, manifest).join(' '))

describe('what slips', () => {
  test.each<[string, Parameters<typeof opening>[0], string]>([
    ['no promise', [], 'There is nothing to tell yet: no complete period holds enough items.'],
    [
      'nothing complete yet',
      [boardRow('A', 'untold', null, { words: 'Nothing to tell yet' })],
      'There is nothing to tell yet: no complete period holds enough items.',
    ],
    ['none can be told', [boardRow('A', 'untold')], 'No promise can be told from the sources.'],
    ['too early for all', [boardRow('A', 'early')], 'Whether a promise slips cannot be told yet.'],
    ['counts alone', [boardRow('A', 'plain', null)], 'Whether a promise slips cannot be told yet.'],
    [
      'the only one slipped',
      [boardRow('A', 'slipped'), boardRow('B', 'early')],
      'The one promise that can be judged slipped in October 2026: A. Chance alone would seldom do that.',
    ],
    [
      'the only one did not',
      [boardRow('A', 'steady')],
      'The one promise that can be judged did not slip in October 2026: A. Nothing that can be judged is unusual.',
    ],
    [
      'none of two',
      [boardRow('A', 'steady'), boardRow('B', 'steady'), boardRow('C', 'plain', null)],
      'Neither of the two promises that can be judged slipped in October 2026. Nothing that can be judged is unusual.',
    ],
    [
      'none of two, of several periods',
      [boardRow('A', 'steady'), boardRow('B', 'steady', week)],
      'Neither of the two promises that can be judged slipped. Nothing that can be judged is unusual.',
    ],
    [
      'one of three',
      [boardRow('A', 'slipped'), boardRow('B', 'steady', week), boardRow('C', 'steady')],
      'One of the three promises that can be judged slipped in October 2026: A. Chance alone would seldom do that. Nothing else that can be judged is unusual.',
    ],
    [
      'two of the same month',
      [boardRow('A', 'slipped'), boardRow('B', 'slipped'), boardRow('C', 'steady')],
      'Two of the three promises that can be judged slipped in October 2026: A and B. Chance alone would seldom do that. Nothing else that can be judged is unusual.',
    ],
    [
      'one by month, one by week',
      [boardRow('A', 'slipped'), boardRow('B', 'slipped', week), boardRow('C', 'slipped')],
      'All three promises that can be judged slipped: A and C in October 2026; B in the week of 9 Nov 2026. Chance alone would seldom do that.',
    ],
    [
      'both of two',
      [boardRow('A', 'slipped'), boardRow('B', 'slipped')],
      'Both promises that can be judged slipped in October 2026: A and B. Chance alone would seldom do that.',
    ],
    [
      'two promises of one measure, which slip together',
      [
        boardRow('A', 'slipped'),
        boardRow('A', 'slipped', undefined, { id: 'again' }),
        boardRow('B', 'steady'),
        boardRow('C', 'unusual'),
        boardRow('C', 'unusual', undefined, { id: 'once more' }),
      ],
      'One of the three measures that can be judged slipped in October 2026: A. Chance alone would seldom do that. Also unusual: C (a sign of worse).',
    ],
    [
      'a week alone',
      [boardRow('A', 'slipped', week), boardRow('B', 'steady', september)],
      'One of the two promises that can be judged slipped in the week of 9 Nov 2026: A. Chance alone would seldom do that. Nothing else that can be judged is unusual.',
    ],
    [
      'a sign of worse, and one that nobody measures by a title',
      [boardRow('A', 'unusual', week, { title: null }), boardRow('B', 'steady')],
      'Neither of the two promises that can be judged slipped. Unusual: We promise A (a sign of worse).',
    ],
    [
      'one slipped, a neutral one is higher',
      [
        boardRow('A', 'slipped'),
        boardRow('B', 'unusual', null, { isJudged: false, words: 'Higher than usual' }),
      ],
      'The one promise that can be judged slipped in October 2026: A. Chance alone would seldom do that. Also unusual: B (higher than usual).',
    ],
  ])('%s', (_, rows, sentence) => {
    expect(saidOf(rows)).toBe(sentence)
  })

  test('of thirteen promises the count is a figure', () => {
    const rows = Array.from({ length: 13 }, (_, place) => boardRow(`P${place}`, 'steady'))
    expect(saidOf(rows)).toMatch(/^None of the 13 promises that can be judged slipped in October 2026\./)
  })
})

const withFigure = (measure: string, id: string, value: number | null): [string, MeasureFile] => [
  measure,
  {
    ...acknowledged(asOf),
    id: measure,
    figures: [figure(id, measure === 'recurring' ? 'ticket' : 'escalation', 'items', value)],
  },
]
const waiting = (
  now: number | null,
  unowned: number | null,
  silent: number | null,
): Map<string, MeasureFile> =>
  new Map([
    withFigure('acknowledged', 'waiting_now', now),
    withFigure('owned', 'unowned_now', unowned),
    withFigure('updated', 'silent_now', silent),
  ])
const early = [boardRow('A', 'early')]
const cannot = 'Whether a promise slips cannot be told yet.'

describe('what waits now', () => {
  test.each<[string, Map<string, MeasureFile>, string]>([
    ['not known', waiting(null, null, null), cannot],
    [
      'all three',
      waiting(14, 11, 20),
      `${cannot} Now 14 escalations wait to be acknowledged, 11 have no owner and 20 have had no word for 5 business days.`,
    ],
    [
      'one each',
      waiting(1, 1, 1),
      `${cannot} Now 1 escalation waits to be acknowledged, 1 has no owner and 1 has had no word for 5 business days.`,
    ],
    ['all but the first', waiting(0, 2, null), `${cannot} Now 2 escalations have no owner.`],
    [
      'nothing of all three',
      waiting(0, 0, 0),
      `${cannot} Now no escalation waits to be acknowledged, is without an owner or has been without word for 5 business days.`,
    ],
    [
      'nothing of what is known',
      waiting(0, null, null),
      `${cannot} Now no escalation waits to be acknowledged.`,
    ],
    [
      'two issues rise',
      new Map([withFigure('recurring', 'rising', 2)]),
      `${cannot} 2 recurring issues are rising.`,
    ],
    [
      'one issue rises',
      new Map([withFigure('recurring', 'rising', 1)]),
      `${cannot} 1 recurring issue is rising.`,
    ],
    ['none rises', new Map([withFigure('recurring', 'rising', 0)]), cannot],
  ])('%s', (_, measures, sentence) => {
    expect(saidOf(early, measures)).toBe(sentence)
  })

  test('it is said before any period is complete', () => {
    expect(saidOf([boardRow('A', 'untold', null, { words: 'Nothing to tell yet' })], waiting(3, 0, 0))).toBe(
      'There is nothing to tell yet: no complete period holds enough items. Now 3 escalations wait to be acknowledged.',
    )
  })
})
