/** What the calculator says: from what was judged to words. Instants are milliseconds since 1970. */
import { wallAt } from '../../data/shared/calendar.ts'
import { duration } from '../words/duration.ts'
import { count } from '../words/number.ts'
import { hoursAndMinutes } from './amount.ts'
import { minutesOf } from './counted.ts'
import { type CountedLine, elapsedLine, linesOf } from './counted-words.ts'
import { type Desk, type Judged, judge } from './judge.ts'
import { isUrgent } from './levels.ts'
import { moment } from './moment.ts'
import type { Raised } from './raised.ts'
import { clockNotes } from './reader.ts'
import { type Summary, summaryOf } from './summary.ts'
import { clockWords, dayRule, levelName, measureNames, pauseWords, unlessWaited } from './target-words.ts'

/** One target: when it falls, whether it has passed, and the hours that it counted. */
export type Part = {
  title: string
  /** "2 h: every hour counts, day and night"; null where none is published. */
  target: string | null
  /** When it falls, set large; null where that is not known. */
  due: string | null
  verdict: string
  lines: readonly CountedLine[]
  total: string | null
  notes: readonly string[]
}

export type Result = {
  /** Whether it may be about what cannot wait: then the phone comes first. */
  is_urgent: boolean
  /** What it is said of. */
  subject: string
  /** Read aloud: what fell due, and what the reader may do. */
  summary: Summary
  notes: readonly string[]
  groups: readonly { level: string; name: string; parts: readonly Part[] }[]
}

/** Who asks, and when. `ahead_minutes`: how far the reader's own clock is ahead of UTC. */
export type Asked = { level: string | null; raised: Raised; wall: number; now: number; ahead_minutes: number }

const minute = 60_000

const verdictOf = ({ rule, due_at, has_passed, measure }: Judged, desk: Desk, now: number): string => {
  if (rule === null) return 'Not published.'
  if (due_at === null) {
    const end = desk.calendars.get(rule.calendar ?? '')?.to ?? desk.main.to
    return `It falls after ${moment(wallAt(desk.main, end))}. Working hours are not known here beyond that.`
  }
  const apart = duration(Math.abs(now - due_at) / minute, null)
  if (!has_passed) return `Not passed yet: ${apart} to go.`
  const waited = rule.is_paused ? `, ${unlessWaited}` : ''
  const kept = measure === 'response' ? 'If you had an answer by then' : 'If it was solved by then'
  return `Passed ${apart} ago${waited}. ${kept}, it was met; if not, it was missed.`
}

const countedOf = ({ rule, due_at, days }: Judged, desk: Desk, raised: number): CountedLine[] => {
  if (rule === null || due_at === null) return []
  return days === null ? [elapsedLine(desk.main, raised, due_at)] : linesOf(days)
}

const notesOf = ({ rule, begins_at }: Judged, desk: Desk): string[] =>
  [
    rule && dayRule(rule),
    begins_at === null
      ? null
      : `It was raised outside working hours, so it counts from ${moment(wallAt(desk.main, begins_at))}.`,
    rule?.is_paused ? pauseWords : null,
  ].filter((note) => note !== null)

const partOf = (desk: Desk, judged: Judged, raised: number, now: number): Part => {
  const { rule, due_at, days, measure } = judged
  const lines = countedOf(judged, desk, raised)
  return {
    title: measureNames[measure],
    target: rule && `${rule.words}: ${clockWords(rule)}`,
    due: due_at === null ? null : moment(wallAt(desk.main, due_at)),
    verdict: verdictOf(judged, desk, now),
    lines,
    total: days !== null && lines.length > 1 ? hoursAndMinutes(minutesOf(days)) : null,
    notes: notesOf(judged, desk),
  }
}

/** What is answered: of one level, or of all of them where the reader does not know which. */
export const resultOf = (desk: Desk, { level, raised, wall, now, ahead_minutes }: Asked): Result => {
  const asked = desk.spec.levels.filter((one) => level === null || one.level === level)
  const judged = asked.map((one) => ({ one, judged: judge(desk, one.level, raised.at, now) }))
  const [only] = asked
  const whom = level === null || only === undefined ? count(asked.length, 'level') : levelName(only)
  return {
    is_urgent: asked.some((one) => isUrgent(desk.spec.rules, one.level)),
    summary: summaryOf(
      judged.flatMap((group) => group.judged),
      level === null,
      { now, wallAt: (at) => wallAt(desk.main, at) },
    ),
    subject: `A ticket raised on ${moment(wallAt(desk.main, raised.at))}: ${level === null ? `all ${whom}` : whom}.`,
    notes: clockNotes(desk, { raised, wall, now, ahead_minutes }),
    groups: judged.map((group) => ({
      level: group.one.level,
      name: levelName(group.one),
      parts: group.judged.map((one) => partOf(desk, one, raised.at, now)),
    })),
  }
}
