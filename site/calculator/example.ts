/** How working time is counted, shown on one ticket: computed from the calendar, over the next days on which it is closed. */
import type { PublishedCalendar, Target } from '../../data/contract.ts'
import { type Calendar, countLeading, instantAt, readCalendar, wallAt } from '../../data/shared/calendar.ts'
import { dueAt } from '../../data/shared/deadline.ts'
import { countedDays } from './counted.ts'
import { type CountedLine, linesOf } from './counted-words.ts'
import { allowanceOf } from './judge.ts'
import { moment } from './moment.ts'

export type Example = {
  /** The target, as it is written: `1 business day` */
  words: string
  raised: string
  due: string
  lines: readonly CountedLine[]
}

type Counted = Pick<Target, 'words' | 'kind' | 'amount'>

const hour = 3_600_000
const day = 24 * hour

/** Two hours before the last closing of an open day, at a full hour, or when it opens if this is later. */
const lateOn = (calendar: Calendar, place: number): number | null => {
  const last = calendar.stretches.findLast((stretch) => stretch.day === place)
  if (last === undefined) return null
  const wall = Math.floor((wallAt(calendar, last.closes) - 2 * hour) / hour) * hour
  return Math.max(last.opens, instantAt(calendar, wall))
}

/** Late on the first open day after an instant that a closed day follows, or on the very next one where none does. */
const nextLate = (calendar: Calendar, after: number): number | null => {
  const ahead = countLeading(calendar.days, ({ closes }) => closes <= after)
  const before = calendar.days.findIndex(
    ({ midnight }, place) => place >= ahead && (calendar.days[place + 1]?.midnight ?? 0) - midnight > day,
  )
  return lateOn(calendar, before < 0 ? ahead : before)
}

/** One ticket under a target, raised after an instant (milliseconds since 1970); null where the calendar ends before. */
export const exampleOf = (published: PublishedCalendar, target: Counted, after: number): Example | null => {
  const calendar = readCalendar(published)
  const raised = nextLate(calendar, after)
  const due = raised === null ? null : dueAt(calendar, raised, allowanceOf(target))
  if (raised === null || due === null) return null
  return {
    words: target.words,
    raised: moment(wallAt(calendar, raised)),
    due: moment(wallAt(calendar, due)),
    lines: linesOf(countedDays(calendar, published, raised, due)),
  }
}
