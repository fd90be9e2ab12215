import { row } from '../inspect/text.ts'
import { closedDays } from './closed-days.ts'
import { elapsed, type LocalTime, working } from './local-time.ts'
import { common, type Span } from './spans.ts'
import type { Story } from './story.ts'
import { beginning, begun } from './words.ts'

const atTheBeginning = 4
const atTheEnd = 3

/** A fact of a figure: its name and its text, indented below the figure's own line. */
export const fact = (name: string, text: string | null): string[] =>
  text === null ? [] : row(`  ${name}`, text, 18)

/** `Mon 2 Mar 2026 09:00 to 17:00` */
function spanText({ from_at, to_at }: Span, time: LocalTime): string {
  const isOneDay = time.dayOf(from_at).equals(time.dayOf(to_at))
  return `${time.at(from_at)} to ${isOneDay ? time.clock(to_at) : time.at(to_at)}`
}

/** Spans in a list; of very many the first, the last and how many lie between. */
export function spansText(spans: readonly Span[], time: LocalTime): string {
  const texts = spans.map((span) => spanText(span, time))
  const between = texts.length - atTheBeginning - atTheEnd
  if (between <= 1) return texts.join(', ')
  return [...texts.slice(0, atTheBeginning), `${between} more`, ...texts.slice(-atTheEnd)].join(', ')
}

/** Service hours of one day after another that are the same. */
interface Run {
  readonly first: Span
  last: Span
  days: number
}

function runsOf(spans: readonly Span[], time: LocalTime): Run[] {
  const clocks = ({ from_at, to_at }: Span): string => `${time.clock(from_at)} to ${time.clock(to_at)}`
  const runs: Run[] = []
  for (const span of spans) {
    const before = runs.at(-1)
    if (before && clocks(before.last) === clocks(span)) {
      before.last = span
      before.days += 1
    } else runs.push({ first: span, last: span, days: 1 })
  }
  return runs
}

/** `Fri 6 Mar 2026 16:00 to 17:00; Mon 9 Mar 2026 to Fri 27 Mar 2026, 15 days 09:00 to 17:00` */
function hoursText(spans: readonly Span[], time: LocalTime): string {
  const texts = runsOf(spans, time).map(({ first, last, days }) => {
    if (days === 1) return spanText(first, time)
    const day = ({ from_at }: Span): string => time.day(time.dayOf(from_at))
    return `${day(first)} to ${day(last)}, ${days} days ${time.clock(first.from_at)} to ${time.clock(first.to_at)}`
  })
  const between = texts.length - atTheBeginning - atTheEnd
  if (between <= 1) return texts.join('; ')
  return [...texts.slice(0, atTheBeginning), `${between} more`, ...texts.slice(-atTheEnd)].join('; ')
}

/** A duration from an item's beginning on. */
export interface Measured {
  readonly to_at: number
  /** What happened then, in words. */
  readonly to: string
  readonly minutes: number | null
  readonly business_minutes: number | null
}

const exact = (minutes: number): string =>
  minutes < 60 ? '' : ` (${Number(minutes.toFixed(1)).toLocaleString('en-GB')} min)`

/** Between which times a duration lies, and how long it is on both clocks, with the hours that count and the days that do not. */
export function clockLines({ item, time, hours, calendar }: Story, measured: Measured): string[] {
  const { to_at, minutes, business_minutes } = measured
  const from_at = item.received_at
  const parts = common([{ from_at, to_at }], hours)
  const isOutside = business_minutes === 0 && parts.length === 0
  const inHours = isOutside
    ? '0 min: no service hour lies between the two'
    : business_minutes === null
      ? null
      : `${working(business_minutes)}${exact(business_minutes)}: ${hoursText(parts, time)}`
  return [
    ...fact('from', `${beginning(item, time)}, ${begun(item)}`),
    ...fact('to', `${time.at(to_at)}, ${measured.to}`),
    ...fact('elapsed', minutes === null ? null : `${elapsed(minutes)}${exact(minutes)}`),
    ...fact('in service hours', inHours),
    ...fact(
      'days left out',
      business_minutes === null ? null : closedDays(from_at, to_at, hours, calendar, time),
    ),
  ]
}
