/** What the reader has asked for, and what may be asked for. */
import type { Filter } from '../../data/shared/cells.ts'
import { decode } from '../../data/shared/cells-code.ts'
import { apart } from '../words/apart.ts'
import { list, sentenceCase } from '../words/number.ts'
import type { FilterSpec } from './spec.ts'

export const comparisons = ['last-year', 'everything'] as const
export type Comparison = (typeof comparisons)[number]

/** Nothing asked for: no filter, null and null. A value is null where it was not recorded. */
export type FilterState = {
  filter: Filter
  /** The id of a period. */
  period: string | null
  compare: Comparison | null
}

/** A state, and what was left out of it in words. */
export type Answered = { state: FilterState; words: string[] }

export type Choices = Pick<
  FilterSpec,
  'dimensions' | 'pairs' | 'items_in_a_pair' | 'has_pairs_left_out' | 'periods'
>

export const nothingAsked: FilterState = { filter: [], period: null, compare: null }

/** As the address and the form have a value. */
export const nameOf = (value: string | null): string => value ?? 'not recorded'

/** The value that a name stands for; undefined where there is none. */
export const valueNamed = (values: readonly (string | null)[], name: string): string | null | undefined =>
  values.includes(name) ? name : values.find((value) => nameOf(value) === name)

export const mostDimensions = 2

const placesIn = (gaps: string): number[] => {
  let place = -1
  return decode(gaps).map((gap) => {
    place += gap + 1
    return place
  })
}

const placeOf = ({ dimensions }: Choices, { dimension, value }: Filter[number]): number =>
  dimensions.find(({ id }) => id === dimension)?.values.indexOf(value) ?? -1

/** Whether there are cells of a filter: of two values only where enough items have both. */
export const hasCells = (choices: Choices, filter: Filter): boolean => {
  const [one, other] = filter
  if (one === undefined || other === undefined) return true
  const pair = choices.pairs.find(
    ({ dimensions: [a, b] }) =>
      (a === one.dimension && b === other.dimension) || (a === other.dimension && b === one.dimension),
  )
  const [first, second] = pair?.dimensions[0] === other.dimension ? [other, one] : [one, other]
  return placesIn(pair?.values[placeOf(choices, first)] ?? '').includes(placeOf(choices, second))
}

/** Why two values together have none. */
export const tooFew = (choices: Choices, filter: Filter): string => {
  const both = list(filter.map(({ value, dimension }) => namedIn(dimension, value)))
  const few = `fewer than ${choices.items_in_a_pair} items`
  return choices.has_pairs_left_out
    ? `There are no figures of ${both} together: they have ${few}, or too few to be kept.`
    : `${sentenceCase(both)} together have ${few}, too few to be told.`
}

/** "team Print Services", "priority not recorded" */
export const namedIn = (dimension: string, value: string | null): string =>
  `${dimension} ${apart(nameOf(value))}`

export const tooMany = (dimensions: readonly { id: string }[]): string =>
  `At most two of ${list(dimensions.map(({ id }) => id))} can be chosen at a time.`

/** Said where what a filter needs could not be fetched. */
export const failed =
  'The figures of this filter could not be loaded, so everything is shown. Reload the page to try again.'
