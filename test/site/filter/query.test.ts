import { describe, expect, test } from 'vitest'
import { filterHref, hasOurs, readQuery, writeQuery } from '../../../site/filter/query.ts'
import { type FilterState, hasCells, nothingAsked } from '../../../site/filter/state.ts'
import { choices, stateOf } from './choices.ts'

const written: [name: string, query: string, state: FilterState][] = [
  ['nothing', '', nothingAsked],
  ['a service', '?service=Eduroam+Wi-Fi', stateOf({ service: 'Eduroam Wi-Fi' })],
  [
    'plus, ampersand and percent',
    '?service=AV+%26+50+%25+%2B+more',
    stateOf({ service: 'AV & 50 % + more' }),
  ],
  ['letters beyond English and a hash', '?team=R%C3%A9seau+%231', stateOf({ team: 'Réseau #1' })],
  ['the value 0', '?service=0', stateOf({ service: '0' })],
  ['the value false', '?service=false', stateOf({ service: 'false' })],
  ['what was not recorded', '?priority=not+recorded', stateOf({ priority: null })],
  ['two values', '?service=Eduroam+Wi-Fi&priority=P1', stateOf({ service: 'Eduroam Wi-Fi', priority: 'P1' })],
  ['an academic year', '?period=2025-26', stateOf({}, { period: '2025-26' })],
  ['a comparison', '?compare=last-year', stateOf({}, { compare: 'last-year' })],
  [
    'everything at once, in its order',
    '?team=Desk&department=Law&period=12-months&compare=everything',
    stateOf({ team: 'Desk', department: 'Law' }, { period: '12-months', compare: 'everything' }),
  ],
]

describe('a state and its address', () => {
  test.each(written)('%s: is written', (_, query, state) => {
    expect(writeQuery('', state)).toBe(query)
  })
  test.each(written)('%s: is read without a word', (_, query, state) => {
    expect(readQuery(query, choices)).toEqual({ state, words: [] })
  })
})

const wifi = stateOf({ service: 'Eduroam Wi-Fi' })

describe('an address as people and programs write it', () => {
  test.each<[name: string, query: string, state: FilterState]>([
    ['%20 for a space', '?service=Eduroam%20Wi-Fi', wifi],
    ['an encoded name', '?%73ervice=Eduroam+Wi-Fi', wifi],
    ['a percent sign that encodes nothing', '?x=%zz&service=Eduroam+Wi-Fi', wifi],
    ['other parameters', '?utm_source=mail&service=Eduroam+Wi-Fi&q', wifi],
    ['the same twice', '?service=Eduroam+Wi-Fi&service=Eduroam+Wi-Fi', wifi],
    ['an empty value', '?service=&period=&compare=&team', nothingAsked],
    ['an empty value before another', '?service=&service=Eduroam+Wi-Fi', wifi],
    ['stray separators', '?&&service=Eduroam+Wi-Fi&', wifi],
    [
      'in another order',
      '?period=2025-26&priority=P1&service=Eduroam+Wi-Fi',
      stateOf({ service: 'Eduroam Wi-Fi', priority: 'P1' }, { period: '2025-26' }),
    ],
    ['a question mark alone', '?', nothingAsked],
  ])('%s: is read without a word', (_, query, state) => {
    expect(readQuery(query, choices)).toEqual({ state, words: [] })
  })
})

describe('what cannot be answered is left out, with a word', () => {
  test.each<[name: string, query: string, state: FilterState, words: string[]]>([
    [
      'an unknown value',
      '?team=Nobody&service=0',
      stateOf({ service: '0' }),
      ['There is no team “Nobody” here, so it is left out.'],
    ],
    ['another case', '?team=desk', nothingAsked, ['There is no team “desk” here, so it is left out.']],
    [
      'a dimension’s value in another',
      '?department=P1',
      nothingAsked,
      ['There is no department “P1” here, so it is left out.'],
    ],
    [
      'not recorded, where all is',
      '?team=not+recorded',
      nothingAsked,
      ['There is no team “not recorded” here, so it is left out.'],
    ],
    [
      'a year that is not there',
      '?period=1999-00',
      nothingAsked,
      ['There is no period “1999-00” here, so it is left out.'],
    ],
    [
      'an unknown comparison',
      '?compare=0',
      nothingAsked,
      ['There is no comparison “0” here, so it is left out.'],
    ],
    [
      'two values of one',
      '?team=Desk&team=R%C3%A9seau+%231',
      stateOf({ team: 'Desk' }),
      ['Only one team can be chosen: “Réseau #1” was left out.'],
    ],
    [
      'a third dimension',
      '?department=Law&team=Desk&service=0',
      stateOf({ service: '0', team: 'Desk' }),
      [
        'At most two of service, priority, team and department can be chosen at a time: department “Law” was left out.',
      ],
    ],
    [
      'a pair of too few items',
      '?service=Eduroam+Wi-Fi&priority=P2',
      wifi,
      ['Service Eduroam Wi-Fi and priority P2 together have fewer than 50 items, too few to be told.'],
    ],
    [
      'an unknown value and a good one',
      '?period=never&compare=everything',
      stateOf({}, { compare: 'everything' }),
      ['There is no period “never” here, so it is left out.'],
    ],
  ])('%s', (_, query, state, words) => {
    expect(readQuery(query, choices)).toEqual({ state, words })
  })

  test('a dimension that the page does not offer', () => {
    const without = { ...choices, dimensions: choices.dimensions.filter(({ id }) => id !== 'department') }
    expect(readQuery('?department=Law', without)).toEqual({
      state: nothingAsked,
      words: ['There is no department “Law” here, so it is left out.'],
    })
  })

  test('where pairs were left out for want of room, that is said', () => {
    const { words } = readQuery('?service=0&priority=P1', { ...choices, has_pairs_left_out: true })
    expect(words).toEqual([
      'There are no figures of service 0 and priority P1 together: they have fewer than 50 items, or too few to be kept.',
    ])
  })
})

describe('an address that gets another state', () => {
  test.each<[name: string, before: string, state: FilterState, after: string]>([
    ['keeps what is not ours as it is', '?b=%20x&a=1+2&%zz', wifi, '?b=%20x&a=1+2&%zz&service=Eduroam+Wi-Fi'],
    ['loses what it asked for before', '?team=Nobody&a=1&period=', nothingAsked, '?a=1'],
    ['has no question mark where nothing is left', '?service=0', nothingAsked, ''],
    ['loses parameters of ours under an encoded name', '?%74eam=Desk', nothingAsked, ''],
  ])('%s', (_, before, state, after) => {
    expect(writeQuery(before, state)).toBe(after)
  })

  test('to one value alone keeps the period and the comparison', () => {
    const state = stateOf({ service: '0', team: 'Desk' }, { period: '2025-26', compare: 'last-year' })
    expect(filterHref('?a=1&service=0', state, 'priority', null)).toBe(
      '?a=1&priority=not+recorded&period=2025-26&compare=last-year',
    )
  })

  test.each([
    ['?service=x', true],
    ['?a=1&compare=', true],
    ['?services=x&Period=1', false],
    ['', false],
  ])('%s asks for something of ours: %s', (query, is) => {
    expect(hasOurs(query)).toBe(is)
  })
})

test.each<[one: string, first: string | null, other: string, second: string | null, has: boolean]>([
  ['service', 'Eduroam Wi-Fi', 'priority', 'P1', true],
  ['service', 'Eduroam Wi-Fi', 'priority', 'P2', false],
  ['service', 'Eduroam Wi-Fi', 'priority', null, true],
  ['priority', 'P1', 'service', 'AV & 50 % + more', true],
  ['service', '0', 'priority', 'P1', false],
  ['service', 'false', 'priority', null, true],
  ['team', 'Desk', 'department', 'Music', true],
  ['team', 'Réseau #1', 'department', 'Music', false],
  ['priority', 'P1', 'department', 'Law', false],
])('whether there are cells of %s %s with %s %s', (one, first, other, second, has) => {
  const filter = [
    { dimension: one, value: first },
    { dimension: other, value: second },
  ]
  expect(hasCells(choices, filter)).toBe(has)
})
