/** What no sentence ever says, whatever the release lacks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstNight, full, troubled } from '../fixture.ts'
import { damagedRelease } from '../fixture-damage.ts'
import { saidOf } from '../said.ts'

const wrong: readonly [string, RegExp][] = [
  ['a value of the program', /undefined|null|NaN|Infinity|\[object|Invalid/],
  ['a word of the method', /xmr|kaplan|gini|\bp90\b|sigma|outlier|wilson/i],
  ['a gap', / {2}|^ | $|\( | \)| [,;:.](?!\d)/],
  ['two marks in a row', /\.\.|,,|;;|::|[,;:]\.|\.[,;:]/],
  ['one of several', /(?<![\d,.])1\u00a0(?!is\b|has\b|was\b)\w+s\b/],
  ['a beginning in the middle', /^[,;:.]/],
]

const faultsOf = (said: readonly string[]): string[] =>
  said.flatMap((text) =>
    wrong
      .filter(([, pattern]) => pattern.test(text))
      .map(([name]) => `${name}: ${text.replaceAll('\u00a0', ' ')}`),
  )

test.each([
  ['a full release', full, 200],
  ['a troubled one', troubled, 150],
  ['a first night', firstNight, 30],
])('%s says much, and nothing of that kind', (_, make, least) => {
  const said = saidOf(make())
  expect(said.length).toBeGreaterThan(least)
  expect(faultsOf(said)).toEqual([])
})

test('nor does a release that lacks something here and there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.boolean(), (seed, isTroubled) => {
      expect(faultsOf(saidOf(damagedRelease(isTroubled ? troubled() : full(), seed)))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test.each([
  'It is undefined.',
  'Two  spaces.',
  'It ended..',
  'A p90 of it.',
  'Of NaN %',
  ', and so on',
  '1\u00a0tickets wait',
])('%s would be noticed', (text) => {
  expect(faultsOf([text])).toHaveLength(1)
})
