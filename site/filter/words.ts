/** What is said once a filter has been applied, in one breath. */
import { decode } from '../../data/shared/cells-code.ts'
import { completePoints } from '../figures.ts'
import { period } from '../words/date.ts'
import { list, number } from '../words/number.ts'
import { noun } from '../words/value.ts'
import type { CountedShare } from './counted.ts'
import { type Choices, type FilterState, namedIn } from './state.ts'
import type { FilteredView } from './view.ts'

const comparedWith = { 'last-year': 'beside a year before', everything: 'beside everything' } as const

/** "12 of 38 escalations, October 2026"; nothing where items are told in several periods and cannot be added up. */
const countWords = ({ told, cells, span, start }: CountedShare, isWhole: boolean): string | null => {
  const { points, period: kind, item_kind } = told.series
  const last = completePoints(told.series).at(-1)
  if (last === undefined) return null
  const ofAll = decode(span.n)
  const places = isWhole
    ? points.flatMap((point, place) => (point.is_complete ? [place] : []))
    : [points.findIndex(({ from }) => from === last.from)]
  if (places.length > 1 && cells.some((cell) => cell.is_weighted)) return null
  const sum = (numbers: (number | undefined)[]): number =>
    numbers.reduce<number>((all, one) => all + (one ?? 0), 0)
  const own = sum(places.map((place) => points[place]?.n))
  const all = sum(places.map((place) => ofAll[start + place]))
  const when = isWhole ? '' : `, ${period(last, kind)}`
  return `${number(own)} of ${number(all)} ${noun(item_kind, all)}${when}`
}

const periodWords = ({ periods }: Choices, { period: id }: FilterState): string[] => {
  const chosen = periods.find((one) => one.id === id)
  return chosen === undefined ? [] : [chosen.label]
}

/** "service Eduroam Wi-Fi and priority P2, 2025/26" */
const whoseWords = (choices: Choices, state: FilterState): string => {
  const named = list(state.filter.map(({ dimension, value }) => namedIn(dimension, value)))
  return [named === '' ? 'everything' : named, ...periodWords(choices, state)].join(', ')
}

/** The status of a state that is shown: "Showing service Eduroam Wi-Fi: 12 of 38 escalations, October 2026." */
export const statusOf = (choices: Choices, state: FilterState, view: FilteredView | null): string => {
  const { filter, compare, period: id } = state
  const whose = `Showing ${whoseWords(choices, state)}`
  if (view === null) return `${whose}.`
  const counted = view.main && filter.length > 0 ? countWords(view.main, id !== null) : null
  const beside = compare === null ? '' : `, ${comparedWith[compare]}`
  const alone = compare === 'everything' && filter.length === 0
  return alone
    ? `${whose}. To compare with everything, choose a filter.`
    : `${whose}${beside}${counted === null ? '' : `: ${counted}`}.`
}

/** Why a figure is not there. */
export const whyHidden = (of: string | null, isKept: boolean): string =>
  isKept && of !== null
    ? `There is nothing of ${of} to show here.`
    : 'This is told of everything only: the filter does not reach it.'
