/** The sentences of `owner-load`, from its figures. It is to balance work, not to appraise. */
import type { ItemKind, MeasureFile } from '../../data/contract.ts'
import { completePoints, numberOf, seriesOf } from '../figures.ts'
import { period } from '../words/date.ts'
import { number, sentenceCase, share } from '../words/number.ts'
import { items } from '../words/value.ts'

type Owners = 'hidden' | 'coded' | 'named'

const calledBy: Record<Owners, string> = {
  hidden: 'It names nobody and ranks nobody',
  coded: 'It calls people by codes and ranks nobody',
  named: 'It names people so that work can be moved, and ranks nobody',
}

/** What the page is for; printed on it. */
export const purposeOf = (owners: Owners): string =>
  `This page is for balancing work, not for appraising people. ${calledBy[owners]}: a large load says that help is needed, not that someone is slow.`

/** Open, owned and without an owner, now. */
export const openNow = (measure: MeasureFile, kind: ItemKind): string | null => {
  const open = numberOf(measure, 'open_now', kind)
  const unowned = numberOf(measure, 'unowned_now', kind)
  if (open === null) return null
  if (open === 0) return `No ${kind} is open.`
  const first = `${sentenceCase(items(open, kind))} ${open === 1 ? 'is' : 'are'} open`
  if (unowned === null) return `${first}.`
  return unowned === 0
    ? `${first}, all with an owner.`
    : `${first}; ${number(unowned)} of them ${unowned === 1 ? 'has' : 'have'} no owner.`
}

/** The same beside a headline that gives the number open. */
export const ownedNow = (measure: MeasureFile, kind: ItemKind): string | null => {
  const owned = numberOf(measure, 'owned_now', kind)
  const unowned = numberOf(measure, 'unowned_now', kind)
  if (owned === null || unowned === null || owned + unowned === 0) return null
  if (unowned === 0) return 'All of them have an owner.'
  return `${number(owned)} of them ${owned === 1 ? 'has' : 'have'} an owner, ${number(unowned)} ${unowned === 1 ? 'has' : 'have'} none.`
}

/** Concentration in words: "3 of 14 people hold 61 % of the tickets that have an owner." */
export const concentration = (measure: MeasureFile, kind: ItemKind): string | null => {
  const people = numberOf(measure, 'people', kind)
  const top = numberOf(measure, 'top_people', kind)
  const held = numberOf(measure, 'top_share', kind)
  if (people === null || top === null || held === null || people === 0) return null
  const verb = top === 1 ? 'holds' : 'hold'
  return `${number(top)} of ${number(people)} people ${verb} ${share(held)} of the open ${kind}s that have an owner.`
}

/** Arrivals against departures in the last complete week. */
export const flow = (measure: MeasureFile, kind: ItemKind): string | null => {
  const arrived = completePoints(seriesOf(measure, 'arrived', kind)).at(-1)
  const departed = completePoints(seriesOf(measure, 'departed', kind)).at(-1)
  if (arrived === undefined || departed === undefined || arrived.from !== departed.from) return null
  const balance = arrived.value - departed.value
  const more =
    balance === 0
      ? ', as many'
      : `: ${number(Math.abs(balance))} more ${balance > 0 ? 'arrived than left' : 'left than arrived'}`
  return `In the ${period(arrived, 'week')}, ${items(arrived.value, kind)} arrived and ${number(departed.value)} left${more}.`
}

/** Why more are without an owner here than where a designated owner is told of. */
export const countedHere =
  'Everything that is open counts here. The page of a designated owner counts an item only from its acknowledgement on, or from the end of the time for naming one, so fewer are without an owner there.'

const weeksAYear = 52

/** How many were open at the end of the last whole week, and of the same a year before: "At its end 299 tickets were open; a year before, 246." */
export const openAYearAgo = (measure: MeasureFile, kind: ItemKind): string | null => {
  const points = completePoints(seriesOf(measure, 'open_at_end', kind))
  const [last, before] = [points.at(-1), points.at(-1 - weeksAYear)]
  if (last === undefined || before === undefined) return null
  return `At its end ${items(last.value, kind)} ${last.value === 1 ? 'was' : 'were'} open; 52 weeks before, ${number(before.value)}.`
}
