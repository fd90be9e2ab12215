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
