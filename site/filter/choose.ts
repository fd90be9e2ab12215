/** One choice in the form. */
import { pairedDimensions } from '../../data/shared/cells.ts'
import {
  type Answered,
  type Choices,
  comparisons,
  type FilterState,
  hasCells,
  mostDimensions,
  tooFew,
  tooMany,
  valueNamed,
} from './state.ts'

const rank = (dimension: string): number => (pairedDimensions as readonly string[]).indexOf(dimension)

const withDimension = (state: FilterState, dimension: string, name: string, choices: Choices): Answered => {
  const others = state.filter.filter((one) => one.dimension !== dimension)
  if (name === '') return { state: { ...state, filter: others }, words: [] }
  const value = valueNamed(choices.dimensions.find(({ id }) => id === dimension)?.values ?? [], name)
  if (value === undefined) return { state, words: [] }
  if (others.length >= mostDimensions)
    return { state, words: [`${tooMany(choices.dimensions)} Set another to “All” first.`] }
  const filter = [...others, { dimension, value }].sort((a, b) => rank(a.dimension) - rank(b.dimension))
  if (!hasCells(choices, filter)) return { state, words: [tooFew(choices, filter)] }
  return { state: { ...state, filter }, words: [] }
}

/**
 * The state after a field of the form was set to an option, `''` for its default. Where that cannot be, the same state
 * with the reason.
 */
export const choose = (state: FilterState, field: string, option: string, choices: Choices): Answered => {
  if (field === 'period') return { state: { ...state, period: option === '' ? null : option }, words: [] }
  if (field === 'compare') {
    const compare = comparisons.find((one) => one === option) ?? null
    return { state: { ...state, compare }, words: [] }
  }
  return withDimension(state, field, option, choices)
}

/** Whether two states ask for the same. */
export const isSame = (one: FilterState, other: FilterState): boolean =>
  JSON.stringify([one.filter, one.period, one.compare]) ===
  JSON.stringify([other.filter, other.period, other.compare])
