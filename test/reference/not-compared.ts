import type { Told } from './compare.ts'

/** Figures that a release has and the reference does not reckon, by the beginning of their names, and why. */
export const notCompared: readonly { readonly begins: RegExp; readonly because: string }[] = [
  { begins: /^curve /, because: 'the steps are those that the quantiles are read from, thinned out' },
  { begins: /^(figure|headline|week|cell) improvements\b/, because: 'no world has changes or actions' },
  { begins: /^(figure|headline|cell) recurring /, because: 'no ticket of a world has a text or a category' },
  { begins: /^headline owner-load/, because: 'it is one of its own figures' },
  { begins: /^figure owner-load (assumed_now|largest) /, because: 'no source of a world is one that owners are assumed from; the largest load is in the distribution' },
  { begins: /^figure \S+ (tz_ambiguous|tz_gap|future|negative_acknowledge|negative_resolve) /, because: 'faults of the data, which the tests of dates and of times know' },
  { begins: /^cell owner-load /, because: 'ages and small teams are tables of its own' },
  { begins: /^(week|month) owner-load /, because: 'they add up the daily backlog, which its own test balances' },
  { begins: /^cell \S+ by_(category|department) /, because: 'made as by team, service and priority are, of columns that no world has' },
  { begins: /^cell \S+ by_team \S+ \S+_stands /, because: 'no world has teams enough; its own tests judge made-up ones' },
  { begins: /^cell resolved by_age /, because: 'when each open item came is compared item by item' },
  { begins: /^figure updated longest_silence /, because: 'it is compared item by item' },
  { begins: /^cell service-levels by_level /, because: 'the states of attainment are compared ticket by ticket' },
] // biome-ignore format: a table

/** The measures that the reference reckons: of these every figure is compared, or listed above. */
const reckoned: ReadonlySet<string> = new Set([
  'acknowledged',
  'before-target',
  'effort',
  'escalation-rate',
  'first-owned',
  'improvements',
  'investigated',
  'owned',
  'owner-load',
  'recurring',
  'resolved',
  'right-route',
  'satisfaction',
  'service-levels',
  'ticket-quoted',
  'updated',
])
const measureIn = (name: string): string => name.split(' ')[1] ?? ''

/** None of something is published as such, and the reference says nothing of what is not there. */
const isNone = (name: string, { value, n }: Told): boolean =>
  (value === 0 || value === null) &&
  (n === 0 ||
    (name.startsWith('cell ') && value === null) ||
    /^(figure|cell) .*(_now|_oldest|left_out|items|unmatched)\b/.test(name))

const isKnown = (name: string, told: Told): boolean =>
  !reckoned.has(measureIn(name)) || isNone(name, told) || notCompared.some(({ begins }) => begins.test(name))

/** What of a release is to be compared: all but what is listed. */
export const toCompare = (
  expected: ReadonlyMap<string, Told>,
  found: ReadonlyMap<string, Told>,
): Map<string, Told> =>
  new Map([...found].filter(([name, told]) => expected.has(name) || !isKnown(name, told)))
