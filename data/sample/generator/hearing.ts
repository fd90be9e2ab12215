import { workingDaysAfter } from './deadline.ts'
import { asOf, monthOf } from './frame.ts'
import { localDayOf, type Minute, minuteAt } from './london.ts'
import type { Story } from './story.ts'
import { messagesOf } from './story-facts.ts'
import { isWorkingDay } from './working-time.ts'

const CADENCE_DAYS = 5

/** Working minutes of one month in which an escalation was open, and those in which we had been in touch lately. */
export interface Hearing {
  month: string
  openMinutes: number
  heardMinutes: number
}

/** How well whoever escalated was kept up to date, a working day at a time. */
export function hearingOf(story: Story): Hearing[] {
  const { escalation, frame, gap } = story
  const end = frame.endAt ?? asOf
  const heard = messagesOf(story).map((at) => [at, workingDaysAfter(at, CADENCE_DAYS)] as const)
  const found: Hearing[] = []
  for (let day = localDayOf(escalation.receivedAt); day <= localDayOf(end); day++) {
    if (!isWorkingDay(day)) continue
    let openMinutes = 0
    let heardMinutes = 0
    const opens = Math.max(minuteAt(day, 9 * 60), escalation.receivedAt)
    for (let at: Minute = opens; at < Math.min(minuteAt(day, 17 * 60), end); at++) {
      if (gap && at >= gap[0] && at < gap[1]) continue
      openMinutes++
      if (heard.some(([from, to]) => at >= from && at < to)) heardMinutes++
    }
    if (openMinutes > 0) found.push({ month: monthOf(opens), openMinutes, heardMinutes })
  }
  return found
}
