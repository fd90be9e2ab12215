/** What the guidance pages show, made by hand: a flow, levels and targets, and a plain calendar. */
import type { Flow, Level, PublishedCalendar, Target } from '../../data/contract.ts'

export const flow: Flow = {
  nodes: [
    { id: 'critical', text: 'Is it an emergency right now?', who: 'You' },
    { id: 'call', text: 'Call the service desk', who: 'You' },
    { id: 'email', text: 'E-mail the address for escalations', who: 'You' },
    { id: 'acknowledge', text: 'We tell you that we have your request', who: 'IT' },
    { id: 'resolved', text: 'The problem is solved', who: 'IT' },
  ],
  edges: [
    { from: 'critical', to: 'call', label: 'Yes' },
    { from: 'critical', to: 'email', label: 'No' },
    { from: 'email', to: 'acknowledge', label: null },
    { from: 'acknowledge', to: 'resolved', label: null },
  ],
}

const page = 'service level targets page'

export const levels: Level[] = [
  { level: 'P1', affects: 'A class or an exam, now', source: null },
  { level: 'P2', affects: 'A department', source: page },
  { level: 'P3', affects: 'One person', source: null },
]

const targetOf = (
  level: string,
  measure: Target['measure'],
  words: string,
  kind: Target['kind'],
  amount: number,
): Target => ({
  level,
  measure,
  words,
  kind,
  amount,
  calendar: kind === 'elapsed' ? null : 'main',
  is_paused: false,
  from: '2025-09-01',
  to: null,
  source: page,
})

/** P3 has none; what P1 was answered by before has ended; P2's answers are waited for in working hours. */
export const targets: Target[] = [
  {
    ...targetOf('P1', 'response', '30 min', 'elapsed', 30),
    from: null,
    to: '2025-09-01',
    source: 'old page',
  },
  targetOf('P1', 'response', '15 min', 'elapsed', 15),
  targetOf('P1', 'resolution', '4 h', 'elapsed', 240),
  { ...targetOf('P2', 'response', '4 business hours', 'business', 240), is_paused: true },
  targetOf('P2', 'resolution', '1 business day', 'business_days', 1),
]

const timezone = 'Europe/London'
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri']
const bankHolidays = [
  '2025-12-25',
  '2025-12-26',
  '2026-04-03',
  '2026-04-06',
  '2026-12-25',
  '2026-12-28',
  '2027-03-26',
]
const closure = { from: '2026-12-24', to: '2027-01-01', note: 'University closed' }
const shortDay = { date: '2026-12-23', hours: ['09:00-12:00'] }
const [first, last] = [Temporal.PlainDate.from('2025-10-16'), Temporal.PlainDate.from('2028-04-03')]
const minuteOf = (day: Temporal.PlainDate, plainTime = '00:00'): number =>
  day.toZonedDateTime({ timeZone: timezone, plainTime }).epochMilliseconds / 60_000

const isClosed = (day: Temporal.PlainDate): boolean => {
  const date = day.toString()
  const isHoliday = bankHolidays.includes(date) || (closure.from <= date && date <= closure.to)
  return day.dayOfWeek > 5 || isHoliday
}

/** Monday to Friday, 9:00 to 17:00 in London, but for what is said of single days. */
const stretches = (): [number, number][] => {
  const found: [number, number][] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const closes = day.toString() === shortDay.date ? '12:00' : '17:00'
    if (!isClosed(day)) found.push([minuteOf(day, '09:00'), minuteOf(day, closes)])
  }
  return found
}

/** The days on which London's clocks are changed, each with how far they are ahead from then on. */
const changes: [string, number][] = [
  ['2025-10-26', 0],
  ['2026-03-29', 60],
  ['2026-10-25', 0],
  ['2027-03-28', 60],
  ['2027-10-31', 0],
  ['2028-03-26', 60],
]

export const plainCalendar: PublishedCalendar = {
  name: 'main',
  timezone,
  hours: Object.fromEntries(weekdays.map((day) => [day, ['09:00-17:00']])),
  bank_holidays: bankHolidays,
  closures: [closure],
  other_hours: [shortDay],
  from: minuteOf(first),
  to: minuteOf(last.add({ days: 1 })),
  stretches: stretches(),
  offsets: [
    [minuteOf(first), 60],
    ...changes.map(([day, ahead]): [number, number] => [Date.parse(`${day}T01:00Z`) / 60_000, ahead]),
  ],
}
