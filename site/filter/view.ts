/** What a page shows of a state, made from the cells of its filter. */
import type { ItemKind } from '../../data/contract.ts'
import { shareNamed } from '../measure/told.ts'
import { type View, viewOf, type Whose } from '../measure/view.ts'
import { apart } from '../words/apart.ts'
import { besideOf } from './beside.ts'
import { type CountedShare, countShares, within } from './counted.ts'
import type { Cells, FilterPeriod, FilterSpec } from './spec.ts'
import { type FilterState, namedIn } from './state.ts'
import { timesOf } from './times.ts'
import { wholeComparisons, wholeHeadline } from './whole.ts'
import { wholeMonthsWords } from './whole-months.ts'
import { yearBeforeOf } from './year-before.ts'

export type FilteredView = View & {
  /** Whose figures these are, in short; null where they are everything's. */
  of: string | null
  /** The share that stands for the measure, in the periods shown. */
  main: CountedShare | null
}

const periodOf = ({ periods }: FilterSpec, { period }: FilterState): FilterPeriod | null =>
  periods.find(({ id }) => id === period) ?? null

/** "Eduroam Wi-Fi, P2, 2025/26"; null where neither is asked for. */
const ofWords = (spec: FilterSpec, state: FilterState): string | null => {
  const values = state.filter.map(({ dimension, value }) =>
    value === null ? namedIn(dimension, value) : apart(value),
  )
  const words = [...values, ...[periodOf(spec, state)?.label ?? []].flat()]
  return words.length === 0 ? null : words.join(', ')
}

const mainOf = (counted: readonly CountedShare[], { setting }: FilterSpec): CountedShare | null => {
  const { headline } = setting
  const told =
    headline &&
    shareNamed({ shares: counted.map((one) => one.told), times: [] }, headline.id, headline.item_kind)
  return counted.find((one) => one.told === told) ?? null
}

/** The large number and its comparisons are of all complete periods where a period is chosen, else of the last. */
const overPeriod = (
  view: View,
  main: CountedShare | null,
  spec: FilterSpec,
  all: readonly CountedShare[],
): View => {
  const whole = mainOf(all, spec)
  if (main === null || whole === null) return view
  const yearBefore = yearBeforeOf(spec.setting.terms, spec.first.week)
  return { ...view, headline: wholeHeadline(main), comparisons: wholeComparisons(main, whole, yearBefore) }
}

/** How long things take, with the months that it is told of where those are not quite the period. */
const ofMonths = ({ howLong }: View, spec: FilterSpec, period: FilterPeriod | null): View['howLong'] => {
  const said = (kind: ItemKind): string[] => {
    const words = period && howLong[kind].length > 0 ? wholeMonthsWords(spec, period, kind) : null
    return words === null ? howLong[kind] : [...howLong[kind], words]
  }
  return { escalation: said('escalation'), ticket: said('ticket') }
}

/** The view of a state. `cells` are those of its filter. */
export const filteredView = (spec: FilterSpec, state: FilterState, cells: Cells): FilteredView => {
  const { setting } = spec
  const period = periodOf(spec, state)
  const all = countShares(spec, cells)
  const shown = all.map((counted) => within(counted, period))
  const of = ofWords(spec, state)
  const beside = besideOf(state, shown, all, yearBeforeOf(setting.terms, spec.first.week))
  const whose: Whose = { of, beside }
  const told = { shares: shown.map((one) => one.told), times: timesOf(spec, cells, period ?? spec.recent) }
  const view = viewOf(told, setting, whose)
  const main = mainOf(shown, spec)
  const over = period === null ? view : overPeriod(view, main, spec, all)
  return { ...over, howLong: ofMonths(view, spec, period), of, main }
}
