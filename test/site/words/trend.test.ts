import { expect, test } from 'vitest'
import { trendWords } from '../../../site/words/trend.ts'

test.each([
  ['too_few', null, 'too few to tell'],
  ['usual', null, 'within usual variation'],
  ['usual_for_season', 'up', 'usual for the time of year'],
  ['unusual', 'up', 'rising'],
  ['unusual', 'down', 'falling'],
  ['sustained', 'up', 'rising, two windows running'],
  ['sustained', 'down', 'falling, two windows running'],
  ['unheard of', 'up', null],
  [null, null, null],
])('%s %s is "%s"', (trend, direction, words) => {
  expect(trendWords(trend, direction)).toBe(words)
})

test('one that is called says since when', () => {
  const since = (trend: string) => trendWords(trend, 'up', '2026-09-25')?.replaceAll('\u00a0', ' ')
  expect([since('unusual'), since('sustained'), since('usual')]).toEqual([
    'rising since 25 Sept 2026',
    'rising since 25 Sept 2026, two windows running',
    'within usual variation',
  ])
})
