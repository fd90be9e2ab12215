/** The hours that were counted, as lines: "Mon 23 Nov, 14:00 to 17:00" and "3 h". */
import { type Calendar, wallAt } from '../../data/shared/calendar.ts'
import { list } from '../words/number.ts'
import { hoursAndMinutes } from './amount.ts'
import type { Closed, CountedDay } from './counted.ts'
import { brieflyDay, clockTime, dayOf, endTime } from './moment.ts'

export type CountedLine = { when: string; what: string; is_counted: boolean }

const day = 86_400_000

const closedWords = (closed: Closed): string => {
  if (closed.why === 'closure') return closed.note === null ? 'closed' : `closed: ${closed.note}`
  const words = { bank_holiday: 'bank holiday', week: 'closed', outside_hours: 'outside working hours' }
  return words[closed.why]
}

const openLine = ({ midnight, spans, minutes }: CountedDay): CountedLine => {
  const times = spans.map(([from, to]) => `${clockTime(from)} to ${endTime(to)}`)
  return {
    when: `${brieflyDay(dayOf(midnight))}, ${list(times)}`,
    what: hoursAndMinutes(minutes),
    is_counted: true,
  }
}

type Run = { from: number; to: number; what: string }

const closedLine = ({ from, to, what }: Run): CountedLine => {
  const [first, last] = [brieflyDay(dayOf(from)), brieflyDay(dayOf(to))]
  const when = from === to ? first : `${first} ${to - from === day ? 'and' : 'to'} ${last}`
  return { when, what, is_counted: false }
}

/** The days in turn; days in a row that are closed for one reason are one line. */
export const linesOf = (days: readonly CountedDay[]): CountedLine[] => {
  const lines: CountedLine[] = []
  let run: Run | null = null
  for (const one of days) {
    const what = one.closed === null ? null : closedWords(one.closed)
    if (run !== null && run.what === what) {
      run.to = one.midnight
      continue
    }
    if (run !== null) lines.push(closedLine(run))
    run = what === null ? null : { from: one.midnight, to: one.midnight, what }
    if (what === null) lines.push(openLine(one))
  }
  return run === null ? lines : [...lines, closedLine(run)]
}

/** Where every hour counts: one line from the beginning to the end. */
export const elapsedLine = (calendar: Calendar, from: number, to: number): CountedLine => {
  const [begins, ends] = [wallAt(calendar, from), wallAt(calendar, to)]
  const [first, last] = [brieflyDay(dayOf(begins)), brieflyDay(dayOf(ends))]
  const end = first === last ? clockTime(ends) : `${last}, ${clockTime(ends)}`
  return {
    when: `${first}, ${clockTime(begins)} to ${end}`,
    what: hoursAndMinutes((to - from) / 60_000),
    is_counted: true,
  }
}
