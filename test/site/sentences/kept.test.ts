import { describe, expect, test } from 'vitest'
import type { MeasureFile } from '../../../data/contract.ts'
import { kept, safeShare } from '../../../site/sentences/kept.ts'
import { asOf, manifest } from '../fixture.ts'
import { acknowledged } from '../fixture-acknowledged.ts'
import { ownerLoad, recurring } from '../fixture-load.ts'
import { figure, series, sharePoint } from '../fixture-make.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('a share for everyone', () => {
  test.each([
    [20, 20, 'all', true],
    [0, 20, 'none', true],
    [19, 20, 'all but a few', false],
    [16, 20, 'all but a few', false],
    [15, 20, '75 %', true],
    [5, 20, '25 %', true],
    [4, 20, 'only a few', false],
    [1, 20, 'only a few', false],
    [2, 5, 'some', false],
    [4, 8, 'some', false],
    [5, 8, 'all but a few', false],
  ])('%i of %i reads "%s"', (done, n, words, isExact) => {
    const safe = safeShare(done / n, n, 5)
    expect([plain(safe.words), safe.isExact]).toEqual([words, isExact])
  })
})

const inOctober = (done: number, n: number): MeasureFile => ({
  ...acknowledged(asOf),
  figures: [],
  series: [
    series('within', 'escalation', 'share', 'month', [sharePoint('2026-10-01', '2026-10-31', done, n, true)]),
  ],
})
/** A share that has no line of its own, by its own words. */
const other = (done: number, n: number, label: string, unit: 'share' | 'per_100' = 'share'): MeasureFile => {
  const measure = inOctober(done, n)
  const figures = [{ id: 'within', label, good: 'high' as const, is_weighted: label.startsWith('of ') }]
  return {
    ...measure,
    id: 'other',
    headline: figure('within', 'escalation', unit, done / n, { n }),
    definition: { ...measure.definition, figures },
  }
}
const improved = (value: number | null): MeasureFile => ({
  ...acknowledged(asOf),
  id: 'improvements',
  headline: value === null ? null : figure('worked', 'ticket', 'items', value),
})
const loaded = (open: number, owned: number): MeasureFile => ({
  ...ownerLoad(asOf),
  figures: [figure('open_now', 'ticket', 'items', open), figure('owned_now', 'ticket', 'items', owned)],
})
const recurs = (value: number): MeasureFile => ({
  ...recurring(asOf),
  headline: figure('active', 'ticket', 'items', value),
})

describe('how well a promise is kept', () => {
  test.each([
    ['nobody measures it', null, 'Not measured yet.', null],
    [
      'it cannot be told',
      { ...inOctober(9, 10), can_be_told: { answer: 'no', by_source: [] } } satisfies MeasureFile,
      'Cannot be told from the records we have.',
      null,
    ],
    ['four escalations', inOctober(4, 4), 'Too few to tell yet.', null],
    [
      'three late of forty',
      inOctober(37, 40),
      'In October 2026, all but a few of the escalations were acknowledged within 1 business day.',
      null,
    ],
    [
      'many late',
      inOctober(15, 42),
      'In October 2026, 36 % of the escalations were acknowledged within 1 business day.',
      15 / 42,
    ],
    [
      'another share',
      other(21, 42, 'never without a named owner'),
      'In October 2026, 50 % of the escalations: never without a named owner.',
      0.5,
    ],
    [
      'a share of time',
      other(21, 42, 'of the open time with word in time'),
      'In October 2026, 50 % of the open time with word in time.',
      0.5,
    ],
    [
      'few of another share',
      other(2, 42, 'redirected'),
      'In October 2026, only a few of the escalations: redirected.',
      null,
    ],
    ['four of another share', other(1, 4, 'redirected'), 'Too few to tell yet.', null],
    [
      'known within bounds only',
      { ...inOctober(15, 42), can_be_told: { answer: 'bounds', by_source: [] } } satisfies MeasureFile,
      'In October 2026, 36 % of the escalations were acknowledged within 1 business day. Known within bounds only.',
      15 / 42,
    ],
    ['no headline', { ...other(1, 4, ''), headline: null }, 'Nothing to tell yet.', null],
    ['one change worked', improved(1), '1 change or action has worked so far.', 1],
    ['none worked', improved(0), 'No change is known to have worked yet.', 0],
    ['no change to tell of', improved(null), 'Nothing to tell yet.', null],
    ['open tickets', loaded(299, 208), '70 % of the tickets open now have a named owner.', null],
    ['all owned', loaded(50, 50), 'All of the tickets open now have a named owner.', null],
    ['three open', loaded(3, 1), 'Too few to tell yet.', null],
    ['no issue recurs', recurs(0), 'No issue recurs at present.', 0],
    ['few recur', recurs(3), 'A few recurring issues are being watched.', null],
    ['many recur', recurs(60), '60 recurring issues had a ticket in the last 28 days.', 60],
  ])('%s', (_, measure, text, value) => {
    const line = kept(measure, manifest)
    expect(plain(line.text)).toBe(text)
    expect(line.figure?.value ?? null).toBe(value)
  })
})
