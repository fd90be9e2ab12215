/** What a reader has to know of clocks: theirs, the institution's, and those that were changed. */
import { wallAt } from '../../data/shared/calendar.ts'
import { duration } from '../words/duration.ts'
import { hoursAndMinutes } from './amount.ts'
import { type Desk, workedMinutes } from './judge.ts'
import { clockTime, moment, placeOf } from './moment.ts'
import type { Raised } from './raised.ts'

const minute = 60_000

/** `wall` is what was typed; `ahead_minutes`: how far the reader's own clock is ahead of UTC. */
export type Clocks = { raised: Raised; wall: number; now: number; ahead_minutes: number }

const sinceThen = (desk: Desk, { raised, now }: Clocks): string => {
  const clock = `By this device’s clock it is now ${moment(wallAt(desk.main, now))}.`
  const worked = workedMinutes(desk, raised.at, now)
  const working = worked === null ? '' : `, ${hoursAndMinutes(worked)} of them in working hours`
  return `${clock} That is ${duration((now - raised.at) / minute, null)} after it was raised${working}.`
}

const changed = ({ raised, wall }: Clocks, taken: number): string | null => {
  if (raised.change === 'skipped')
    return `The clocks went forward that night, so there was no ${clockTime(wall)}: ${clockTime(taken)} is taken instead.`
  if (raised.change === 'repeated')
    return `The clocks went back that night, so ${clockTime(wall)} came twice: the later one is taken.`
  return null
}

const elsewhere = ({ main, spec }: Desk, { now, ahead_minutes }: Clocks): string | null => {
  const theirs = now + ahead_minutes * minute
  if (theirs === wallAt(main, now)) return null
  return `All times here are ${placeOf(spec.timezone)} time. Your device is set to another time zone, where it is ${moment(theirs)}.`
}

const behind = ({ spec, main }: Desk, { now }: Clocks): string | null => {
  const built = Date.parse(spec.built_at)
  if (now >= built) return null
  return `Your device’s clock is wrong: this page was made on ${moment(wallAt(main, built))}. So what it calls passed may not be right.`
}

/** Sentences, those that are always true first. */
export const clockNotes = (desk: Desk, clocks: Clocks): string[] =>
  [
    sinceThen(desk, clocks),
    changed(clocks, wallAt(desk.main, clocks.raised.at)),
    elsewhere(desk, clocks),
    behind(desk, clocks),
  ].filter((note) => note !== null)
