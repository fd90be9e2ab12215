/** What a rounded share is a share of, in the measure's own words. */
import type { Manifest, MeasureFile, StaffFile, StaffPromise } from '../../data/contract.ts'
import { labelOf, withinOf } from '../sentences/board.ts'
import { during } from '../words/date.ts'
import { noun } from '../words/value.ts'

/** What pages about rounded figures are made from; of measures only how they are defined. */
export type Everybody = {
  staff: StaffFile
  manifest: Manifest
  measures: ReadonlyMap<string, MeasureFile>
}

/** Which of all items of a kind a share is of. */
const whichOf: Readonly<Record<string, string>> = {
  'service-levels': ' with a published target',
  'before-target': ' about speed whose ticket has a target',
  'owner-load': ' open now',
}

/** After the number of items: " with a published target"; nothing where it is all of them. */
export const which = ({ measure }: StaffPromise): string => whichOf[measure] ?? ''

/** "escalations", "tickets with a published target"; of a share of time, the time */
export const subjectOf = (promise: StaffPromise): string => {
  const items = `${noun(promise.item_kind ?? 'ticket', 2)}${which(promise)}`
  return isOfTime(promise.figure) ? `working hours in which ${items} were open` : items
}

/** Whether a figure is a share of the time for which items were open, and not of items. */
export const isOfTime = (figure: string | null): boolean => figure === 'heard'

/** "acknowledged within 1 business day"; null where the measure does not name its figure. */
export const wordsOf = (
  measure: string,
  figure: string,
  { measures, manifest }: Everybody,
): string | null => {
  const file = measures.get(measure)
  if (figure === 'owned_now') return 'have a named owner'
  if (figure === 'heard') return `heard from us within ${withinOf(manifest, measure)}`
  return file === undefined ? null : labelOf(file, figure, manifest)
}

/** "in October 2026", "in the week of 9 Nov 2026"; "now" of what is counted now. */
export const whenOf = ({ period, from, to }: StaffPromise): string =>
  period === null || from === null || to === null ? 'now' : during({ from, to }, period)

/** What a promise's measure is called; its own sentence where nothing measures it. */
export const titleOf = ({ measure }: StaffPromise, { measures }: Everybody): string | null =>
  measures.get(measure)?.definition.title ?? null
