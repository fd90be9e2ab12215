/** A published calendar as a page carries it, and back. A year of equal weeks is a few bytes once it is compressed. */
import type { PublishedCalendar } from '../../data/contract.ts'
import type { ServiceCalendar } from '../../data/shared/calendar.ts'
import type { PackedCalendar } from './spec.ts'

const localDay = (minute: number, calendar: PublishedCalendar): string => {
  const ahead = calendar.offsets.findLast(([since]) => since <= minute)?.[1] ?? 0
  return new Date((minute + ahead) * 60_000).toISOString().slice(0, 10)
}

/** Its openings and closings as steps, with the reasons for closed days that lie in it. */
export const packCalendar = (calendar: PublishedCalendar): PackedCalendar => {
  const { from, to, offsets, stretches, bank_holidays, closures } = calendar
  const [first, last] = [localDay(from, calendar), localDay(to, calendar)]
  const times = [from, ...stretches.flat()]
  return {
    from,
    to,
    offsets,
    bank_holidays: bank_holidays.filter((day) => first <= day && day <= last),
    closures: closures.filter((closure) => first <= closure.to && closure.from <= last),
    steps: times.slice(1).map((time, index) => time - (times[index] ?? 0)),
  }
}

/** The calendar that was packed; `data/shared/calendar.ts` makes it ready to be looked up in. */
export const unpackCalendar = (name: string, timezone: string, packed: PackedCalendar): ServiceCalendar => {
  const stretches: [number, number][] = []
  let at = packed.from
  for (let index = 0; index + 1 < packed.steps.length; index += 2) {
    const opens = at + (packed.steps[index] ?? 0)
    at = opens + (packed.steps[index + 1] ?? 0)
    stretches.push([opens, at])
  }
  return { name, timezone, from: packed.from, to: packed.to, stretches, offsets: packed.offsets }
}
