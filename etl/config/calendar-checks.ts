import { regionProblem } from './bank-holidays.ts'
import { joinHours, parseHours } from './calendar.ts'
import type { CalendarSettings } from './schema.ts'
import type { FaultAt } from './shape.ts'

type Faults = ReturnType<FaultAt>[]

function hoursFaults(fault: FaultAt, path: readonly PropertyKey[], texts: readonly string[]): Faults {
  const backwards = texts.filter((text) => parseHours(text).opens >= parseHours(text).closes)
  if (backwards.length > 0) {
    return backwards.map((text) =>
      fault(
        path,
        `"${text}" closes before it opens. Hours past midnight are written on two days: "22:00-24:00" and "00:00-06:00"`,
      ),
    )
  }
  const stretches = joinHours(texts)
  const overlaps = stretches.some((next, index) => next.opens < (stretches[index - 1]?.closes ?? 0))
  return overlaps ? [fault(path, `${texts.join(' and ')} overlap. Write each hour once`)] : []
}

/** Spans that end before they begin: closures, terms, people. */
export function spanFaults(
  fault: FaultAt,
  path: readonly PropertyKey[],
  spans: readonly { from?: string | undefined; to?: string | undefined }[],
): Faults {
  return spans.flatMap(({ from, to }, index) =>
    from !== undefined && to !== undefined && from > to
      ? [fault([...path, index], `from ${from} is later than to ${to}. Swap them`)]
      : [],
  )
}

function otherHoursFaults(fault: FaultAt, calendar: CalendarSettings): Faults {
  return calendar.other_hours.flatMap(({ date, hours }, index) => {
    const first = calendar.other_hours.findIndex((entry) => entry.date === date)
    const twice = `${date} stands here a second time. Write its hours as a list: ["09:00-12:00", "13:00-15:00"]`
    return [
      ...(first < index ? [fault(['other_hours', index, 'date'], twice)] : []),
      ...hoursFaults(fault, ['other_hours', index, 'hours'], hours),
    ]
  })
}

/** Days that are closed and have hours of their own as well: which of the two was meant? */
function closedAndOpen(fault: FaultAt, { closures, other_hours }: CalendarSettings): Faults {
  return other_hours.flatMap(({ date }, index) => {
    const closed = closures.findIndex(({ from, to }) => from <= date && date <= to)
    if (closed < 0) return []
    const { line } = fault(['closures', closed], '')
    const problem = `${date} is also closed by closures[${closed}]${line === null ? '' : ` on line ${line}`}. Keep one of the two`
    return [fault(['other_hours', index, 'date'], problem)]
  })
}

/** What a calendar says that cannot be: hours that never open, run backwards or overlap, an unknown region. */
export function calendarFaults(fault: FaultAt, calendar: CalendarSettings): Faults {
  const week = Object.entries(calendar.hours)
  const region = calendar.bank_holidays === undefined ? null : regionProblem(calendar.bank_holidays)
  const never = 'the calendar has no open hour. Write at least one day: { mon: "09:00-17:00" }'
  return [
    ...(week.length === 0 ? [fault(['hours'], never)] : []),
    ...week.flatMap(([day, texts]) => hoursFaults(fault, ['hours', day], texts ?? [])),
    ...otherHoursFaults(fault, calendar),
    ...spanFaults(fault, ['closures'], calendar.closures),
    ...closedAndOpen(fault, calendar),
    ...(region === null ? [] : [fault(['bank_holidays'], region)]),
  ]
}
