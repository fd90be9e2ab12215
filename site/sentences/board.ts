/** The sentences that the leadership site opens with: what slips, what waits, what else is unusual. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { numberOf } from '../figures.ts'
import { withFixedTime } from '../measure/told.ts'
import type { BoardRow } from '../promises.ts'
import { count, inWords, list, sentenceCase } from '../words/number.ts'
import { activeGroups, isCalled } from './recurring.ts'
import { waitsNow } from './waits.ts'

type Measures = ReadonlyMap<string, MeasureFile>

/** The fixed time of a measure in words, e.g. "1 business day". */
export const withinOf = (manifest: Manifest, measure: string): string =>
  manifest.within[measure] ?? 'the fixed time'

/** What a share is a share of, in the measure's own words: "acknowledged within 1 business day". */
export const labelOf = (measure: MeasureFile, id: string, manifest: Manifest): string | null => {
  const label = measure.definition.figures.find((figure) => figure.id === id)?.label ?? null
  return label === null ? null : withFixedTime(label, measure.id, manifest)
}

/** What a promise is called: by its measure, else in its own words. */
export const nameOf = ({ title, sentence }: Pick<BoardRow, 'title' | 'sentence'>): string => title ?? sentence

const names = (rows: readonly BoardRow[]): string => list(rows.map(nameOf))

const periodsOf = (rows: readonly BoardRow[]): string[] => [
  ...new Set(rows.flatMap(({ now }) => (now?.period == null ? [] : [now.period]))),
]

/** "in October 2026" where all of them are of the same period, else nothing. */
const whenOf = (rows: readonly BoardRow[]): string => {
  const [first, ...others] = periodsOf(rows)
  return first === undefined || others.length > 0 ? '' : ` in ${first}`
}

/** "Acknowledged and Owned", or with the period of each where they are of several. */
const namesWithPeriods = (rows: readonly BoardRow[]): string => {
  const periods = periodsOf(rows)
  if (periods.length < 2) return names(rows)
  return periods
    .map((period) => `${names(rows.filter(({ now }) => now?.period === period))} in ${period}`)
    .join('; ')
}

/** A row a measure: promises that one measure tells stand or slip together. */
export const oncePerMeasure = (rows: readonly BoardRow[]): BoardRow[] =>
  [...new Map(rows.toReversed().map((row) => [row.measure, row])).values()].reverse()

/** "Two of the three", "Both", "All three", "Neither of the two", "None of the three" */
const howMany = (slipped: number, all: number): string => {
  if (slipped === all) return all === 2 ? 'Both' : `All ${inWords(all)}`
  const some = sentenceCase(inWords(slipped))
  return `${slipped === 0 && all === 2 ? 'Neither' : some} of the ${inWords(all)}`
}

/** Measures are counted; they are called promises unless several promises are told by one of them. */
const slippedSentence = (rows: readonly BoardRow[]): string => {
  const every = rows.filter(({ isJudged }) => isJudged)
  const judged = oncePerMeasure(every)
  const slipped = judged.filter(({ standing }) => standing === 'slipped')
  const [one, several] = judged.length === every.length ? ['promise', 'promises'] : ['measure', 'measures']
  if (judged.length === 0) return 'Whether a promise slips cannot be told yet.'
  if (judged.length === 1) {
    const told = `The one ${one} that can be judged${slipped.length === 1 ? ' slipped' : ' did not slip'}${whenOf(judged)}`
    return `${told}: ${names(judged)}.`
  }
  const said = `${howMany(slipped.length, judged.length)} ${several} that can be judged slipped`
  if (slipped.length === 0) return `${said}${whenOf(judged)}.`
  return `${said}${whenOf(slipped)}: ${namesWithPeriods(slipped)}.`
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

const risingOf = (measures: Measures): string[] => {
  const recurring = measures.get('recurring')
  const rising = recurring === undefined ? null : numberOf(recurring, 'rising', 'ticket')
  if (recurring === undefined || rising === null || rising === 0) return []
  const first = activeGroups(recurring).find((issue) => isCalled(issue, 'up'))
  const named = first === undefined ? '' : `${rising === 1 ? ': ' : ', most of all '}“${first.label}”`
  return [`${sentenceCase(count(rising, 'recurring issue'))} ${rising === 1 ? 'is' : 'are'} rising${named}.`]
}

/** Whether what slipped may be noise. */
const chanceOf = (rows: readonly BoardRow[]): string[] =>
  rows.some(({ standing }) => standing === 'slipped') ? ['Chance alone would seldom do that.'] : []

const unusualSentence = (rows: readonly BoardRow[]): string[] => {
  const has = (standing: BoardRow['standing']): boolean => rows.some((row) => row.standing === standing)
  const unusual = oncePerMeasure(rows.filter(({ standing }) => standing === 'unusual'))
  const said = list(unusual.map((row) => `${nameOf(row)} (${lowered(row.words)})`))
  if (unusual.length > 0) return [`${has('slipped') ? 'Also unusual' : 'Unusual'}: ${said}.`]
  if (!has('steady')) return []
  return [`Nothing ${has('slipped') ? 'else ' : ''}that can be judged is unusual.`]
}

const nothingYet = (rows: readonly BoardRow[]): string =>
  rows.length > 0 && rows.every(({ words }) => words === 'Cannot be told')
    ? 'No promise can be told from the sources.'
    : 'There is nothing to tell yet: no complete period holds enough items.'

/** What slips, what waits now, and what else is unusual; or that there is nothing to tell yet. */
export const opening = (rows: readonly BoardRow[], measures: Measures, manifest: Manifest): string[] => {
  const waits = waitsNow(measures, withinOf(manifest, 'updated'))
  if (rows.every(({ now }) => now === null)) return [nothingYet(rows), ...waits]
  return [slippedSentence(rows), ...chanceOf(rows), ...waits, ...unusualSentence(rows), ...risingOf(measures)]
}

/** That the fixed times are set to measure by. */
export const yardsticks = ({ within }: Manifest): string | null => {
  const times = Object.entries(within).map(([measure, time]) => `${measure.replaceAll('-', ' ')} ${time}`)
  return times.length === 0
    ? null
    : `What counts as in time is set by the department to measure by, and need not be a promise: ${list(times)}.`
}
