import { mainCalendar } from '../config/calendar.ts'
import { parseDuration } from '../config/duration.ts'
import type { Duration, Settings } from '../config/settings.ts'

type Target = Settings['targets'][number]

/** "2 days" as "2 business days", where such words say something. */
function onBusinessClock(words: string): Duration {
  const business = words.trim().replace(/^([\d.]+)\s*(?=[a-z])/i, '$1 business ')
  try {
    return parseDuration(business)
  } catch {
    return parseDuration(words)
  }
}

/**
 * What a target promises. On the business clock "4 hours" are open minutes and "2 days" open days; a duration that
 * cannot be said in those, such as "1 week", is its minutes as open ones.
 */
export function targetDuration({ target, clock }: Pick<Target, 'target' | 'clock'>): Duration {
  const duration = parseDuration(target)
  if (clock === 'elapsed' || duration.kind !== 'elapsed') return duration
  const meant = onBusinessClock(target)
  return meant.kind === 'elapsed' ? { ...meant, kind: 'business' } : meant
}

/** The targets as `dim_targets` reads them; `amount` in minutes or, of `business_days`, in open days. */
export function targetRows({ targets }: Pick<Settings, 'targets'>): Record<string, unknown>[] {
  return targets.map((target, place) => {
    const duration = targetDuration(target)
    return {
      level: target.level,
      measure: target.measure,
      target: target.target,
      kind: duration.kind,
      amount: duration.kind === 'business_days' ? duration.days : duration.minutes,
      clock: target.clock,
      calendar: duration.kind === 'elapsed' ? null : (target.calendar ?? mainCalendar),
      is_paused: target.pauses,
      from_day: target.from ?? null,
      source: target.source ?? null,
      place,
    }
  })
}
