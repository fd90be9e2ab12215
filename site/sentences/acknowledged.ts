/** The sentences of `acknowledged`, from its figures. */
import type { Clock, Figure, ItemKind, MeasureFile, Point } from '../../data/contract.ts'
import { completePoints, figureOf, numberOf, seriesOf } from '../figures.ts'
import { period, shortDay } from '../words/date.ts'
import { duration } from '../words/duration.ts'
import { count, list, number, part, sentenceCase, share } from '../words/number.ts'
import { items, noun } from '../words/value.ts'

const told = (point: Point & { value: number }, kind: ItemKind): string =>
  `${share(point.value)} of ${number(point.n)} ${noun(kind, point.n)}`

/** The last complete month against the one before it; null before there is one. */
export const lastMonth = (measure: MeasureFile, within: string): string | null => {
  const series = seriesOf(measure, 'within', 'escalation')
  const points = completePoints(series)
  const last = points.at(-1)
  const before = points.at(-2)
  if (series === null || last === undefined) return null
  const verb = last.n === 1 ? 'was' : 'were'
  const first = `In ${period(last, series.period)}, ${told(last, 'escalation')} ${verb} acknowledged within ${within}`
  return before === undefined
    ? `${first}.`
    : `${first}; in ${period(before, series.period)} it was ${told(before, 'escalation')}.`
}

/** The complete month before the last one, for a page whose headline is the last; null where there is none. */
export const monthBefore = (measure: MeasureFile): string | null => {
  const series = seriesOf(measure, 'within', 'escalation')
  const before = completePoints(series).at(-2)
  if (series === null || before === undefined) return null
  return `In ${period(before, series.period)} it was ${told(before, 'escalation')}.`
}

const quantile = (figure: Figure | null, at: number): string | null => {
  if (figure === null || figure.value === null) return null
  const time = duration(figure.value, figure.clock)
  return figure.is_at_least ? `fewer than ${part(at)} within ${time}` : `${part(at)} within ${time}`
}

const quantiles = (measure: MeasureFile, kind: ItemKind, clock: Clock): string | null => {
  const said = [
    quantile(figureOf(measure, 'median', kind, clock), 0.5),
    quantile(figureOf(measure, 'p90', kind, clock), 0.9),
  ].filter((words) => words !== null)
  return said.length === 0 ? null : list(said)
}

/** How long acknowledgement takes, on both clocks: "Half within 3 hours and 9 in 10 within 4 days. …" */
export const howLong = (measure: MeasureFile, kind: ItemKind): string | null => {
  const elapsed = quantiles(measure, kind, 'elapsed')
  const business = quantiles(measure, kind, 'business')
  const from = figureOf(measure, 'median', kind)?.from
  const since = from === undefined ? '' : `Of those raised since ${shortDay(from)}: `
  const said = [
    elapsed === null ? null : `${elapsed} of being raised, nights and weekends included.`,
    business === null
      ? null
      : `${elapsed === null ? 'counting' : 'Counting'} working time only: ${business}.`,
  ].filter((words) => words !== null)
  return said.length === 0 ? null : sentenceCase(`${since}${said.join(' ')}`)
}

/** What waits now and the oldest of it. */
export const waiting = (measure: MeasureFile, kind: ItemKind): string | null => {
  const now = numberOf(measure, 'waiting_now', kind)
  if (now === null) return null
  if (now === 0) return `No ${kind} waits to be acknowledged.`
  const oldest = figureOf(measure, 'waiting_oldest', kind, 'elapsed')
  const since =
    oldest?.value == null ? '' : `; the longest wait so far is ${duration(oldest.value, 'elapsed')}`
  return `${sentenceCase(items(now, kind))} ${now === 1 ? 'waits' : 'wait'} to be acknowledged now${since}.`
}

/** Who is not in the figures, and why; null where all are. */
export const leftOut = (measure: MeasureFile, kind: ItemKind): string | null => {
  const out = numberOf(measure, 'left_out', kind) ?? 0
  const dated = numberOf(measure, 'date_only', kind) ?? 0
  const reversed = numberOf(measure, 'negative_acknowledge', kind) ?? 0
  const underWay = numberOf(measure, 'first_seen_under_way', kind) ?? 0
  const said = [
    out > 0 ? `${items(out, kind)} withdrawn or duplicate ${out === 1 ? 'is' : 'are'} left out` : null,
    dated > 0 ? `${count(dated, 'has', 'have')} a date without a time and no part in the durations` : null,
    reversed > 0
      ? `${count(reversed, 'is', 'are')} acknowledged before being raised, a fault of the data counted as no time at all`
      : null,
    underWay > 0
      ? `${count(underWay, 'was', 'were')} first seen when already under way, so that their beginning is known by their own dates only`
      : null,
  ].filter((words) => words !== null)
  return said.length === 0 ? null : `${sentenceCase(said.join('; '))}.`
}
