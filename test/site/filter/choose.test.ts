import { describe, expect, test } from 'vitest'
import { choose, isSame } from '../../../site/filter/choose.ts'
import { type FilterState, nothingAsked } from '../../../site/filter/state.ts'
import { choices, stateOf } from './choices.ts'

describe('a choice', () => {
  test.each<[name: string, before: FilterState, field: string, option: string, after: FilterState]>([
    ['of a first value', nothingAsked, 'team', 'Desk', stateOf({ team: 'Desk' })],
    ['of the value 0', nothingAsked, 'service', '0', stateOf({ service: '0' })],
    ['of what was not recorded', nothingAsked, 'priority', 'not recorded', stateOf({ priority: null })],
    [
      'of a second puts both in their order',
      stateOf({ team: 'Desk' }),
      'service',
      'false',
      stateOf({ service: 'false', team: 'Desk' }),
    ],
    [
      'of another value in its place',
      stateOf({ service: '0', team: 'Desk' }),
      'service',
      'false',
      stateOf({ service: 'false', team: 'Desk' }),
    ],
    [
      'of “All” leaves the other',
      stateOf({ service: '0', team: 'Desk' }),
      'service',
      '',
      stateOf({ team: 'Desk' }),
    ],
    [
      'of a period',
      stateOf({ team: 'Desk' }),
      'period',
      '2025-26',
      stateOf({ team: 'Desk' }, { period: '2025-26' }),
    ],
    ['of all periods', stateOf({}, { period: '2025-26' }), 'period', '', nothingAsked],
    ['of a comparison', nothingAsked, 'compare', 'everything', stateOf({}, { compare: 'everything' })],
    ['of none', stateOf({}, { compare: 'everything' }), 'compare', '', nothingAsked],
  ])('%s', (_, before, field, option, after) => {
    expect(choose(before, field, option, choices)).toEqual({ state: after, words: [] })
  })
})

describe('a choice that cannot be leaves things as they were, and says why', () => {
  test.each<[name: string, before: FilterState, field: string, option: string, word: RegExp]>([
    [
      'a third dimension',
      stateOf({ service: '0', team: 'Desk' }),
      'department',
      'Law',
      /^At most two of service, priority, team and department can be chosen at a time\. Set another to “All” first\.$/,
    ],
    [
      'a pair of too few items',
      stateOf({ service: 'Eduroam Wi-Fi' }),
      'priority',
      'P2',
      /together have fewer than 50 items/,
    ],
  ])('%s', (_, before, field, option, word) => {
    const { state, words } = choose(before, field, option, choices)
    expect(state).toEqual(before)
    expect(words).toEqual([expect.stringMatching(word)])
  })
})

test.each<[one: FilterState, other: FilterState, same: boolean]>([
  [nothingAsked, stateOf({}), true],
  [stateOf({ priority: null }), stateOf({ priority: null }), true],
  [stateOf({ priority: null }), nothingAsked, false],
  [stateOf({ service: '0' }), stateOf({ service: 'false' }), false],
  [stateOf({}, { period: '2025-26' }), stateOf({}, { period: '12-months' }), false],
])('%j and %j ask for the same: %s', (one, other, same) => {
  expect(isSame(one, other)).toBe(same)
})
