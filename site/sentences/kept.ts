/** How well a promise is kept, in one line for everyone: no count below the threshold stands in it or follows from it. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { completePoints, figureOf, numberOf, seriesOf } from '../figures.ts'
import { period } from '../words/date.ts'
import { duration } from '../words/duration.ts'
import { number, sentenceCase, share } from '../words/number.ts'
import { partOf } from '../words/share.ts'
import { labelOf, withinOf } from './board.ts'

export type Kept = {
  text: string
  /** The published figure that the line shows, null where it shows none. */
  figure: { id: string; value: number } | null
  isMeasured: boolean
}

const line = (text: string, figure: Kept['figure'] = null): Kept => ({ text, figure, isMeasured: true })

/** A share as everyone may see it: in words alone where either part is a small number. */
export const safeShare = (
  value: number,
  n: number,
  threshold: number,
): { words: string; isExact: boolean } => {
  const done = Math.round(value * n)
  const rest = n - done
  if (rest === 0) return { words: 'all', isExact: true }
  if (done === 0) return { words: 'none', isExact: true }
  if (done < threshold && rest < threshold) return { words: 'some', isExact: false }
  if (rest < threshold) return { words: 'all but a few', isExact: false }
  return done < threshold ? { words: 'only a few', isExact: false } : { words: share(value), isExact: true }
}

const tooFew = line('Too few to tell yet.')
const nothing = line('Nothing to tell yet.')

const acknowledged = (measure: MeasureFile, manifest: Manifest): Kept => {
  const series = seriesOf(measure, 'within', 'escalation')
  const last = completePoints(series).at(-1)
  if (series === null || last === undefined || last.n < manifest.suppress_below) return tooFew
  const safe = safeShare(last.value, last.n, manifest.suppress_below)
  const median = figureOf(measure, 'median', 'escalation', 'elapsed')
  const half =
    median === null || median.value === null || median.is_at_least || median.n < manifest.suppress_below
      ? ''
      : ` Half are acknowledged within ${duration(median.value, 'elapsed')}.`
  return line(
    `In ${period(last, series.period)}, ${safe.words} of the escalations were acknowledged within ${withinOf(manifest, 'acknowledged')}.${half}`,
    safe.isExact ? { id: 'within', value: last.value } : null,
  )
}

const ownerLoad = (measure: MeasureFile, manifest: Manifest): Kept => {
  const open = numberOf(measure, 'open_now', 'ticket')
  const owned = numberOf(measure, 'owned_now', 'ticket')
  if (open === null || owned === null || open < manifest.suppress_below) return tooFew
  const safe = safeShare(owned / open, open, manifest.suppress_below)
  return line(`${sentenceCase(safe.words)} of the tickets open now have a named owner.`)
}

const recurring = (measure: MeasureFile, manifest: Manifest): Kept => {
  const value = measure.headline?.value ?? null
  if (value === null) return tooFew
  if (value === 0) return line('No issue recurs at present.', { id: 'active', value })
  if (value < manifest.suppress_below) return line('A few recurring issues are being watched.')
  return line(`${number(value)} recurring issues had a ticket in the last ${manifest.window_days} days.`, {
    id: 'active',
    value,
  })
}

const improvements = (measure: MeasureFile): Kept => {
  const value = measure.headline?.value ?? null
  if (value === null) return nothing
  const figure = { id: 'worked', value }
  if (value === 0) return line('No change is known to have worked yet.', figure)
  return line(
    `${number(value)} ${value === 1 ? 'change or action has' : 'changes and actions have'} worked so far.`,
    figure,
  )
}

/** Of a share that no other line tells: its last complete period, by the measure's own words. */
const ofShare = (measure: MeasureFile, manifest: Manifest): Kept => {
  const { headline } = measure
  if (headline === null) return nothing
  const series = seriesOf(measure, headline.id, headline.item_kind)
  const last = completePoints(series).at(-1)
  const label = labelOf(measure, headline.id, manifest)
  if (series === null || last === undefined || label === null) return nothing
  if (last.n < manifest.suppress_below) return tooFew
  const value = headline.unit === 'per_100' ? last.value / 100 : last.value
  const safe = safeShare(value, last.n, manifest.suppress_below)
  return line(
    `In ${series.period === 'week' ? 'the ' : ''}${period(last, series.period)}, ${safe.words} ${partOf(label, headline.item_kind)}.`,
    safe.isExact ? { id: headline.id, value: last.value } : null,
  )
}

const lines: Record<string, (measure: MeasureFile, manifest: Manifest) => Kept> = {
  acknowledged,
  improvements,
  'owner-load': ownerLoad,
  recurring,
}

/** The line of a promise, by the measure that tells it; one that nothing tells yet says so. */
export const kept = (measure: MeasureFile | null, manifest: Manifest): Kept => {
  if (measure === null) return { text: 'Not measured yet.', figure: null, isMeasured: false }
  if (measure.can_be_told.answer === 'no') return line('Cannot be told from the records we have.')
  const told = (lines[measure.id] ?? ofShare)(measure, manifest)
  const isRough = measure.can_be_told.answer === 'bounds' && told.figure !== null
  return isRough ? { ...told, text: `${told.text} Known within bounds only.` } : told
}
